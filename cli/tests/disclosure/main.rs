//! An attack on whole reports of made-up records: what a reader can work out of the numbers that are hidden, from all
//! tables at once and from what stands in public of how plans are counted.

mod bounds;
mod reader;
mod rules;

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::Arc;

use bounds::Known;
use ehcp_qa_core::Framework;
use ehcp_qa_core::summary::{
    FamilyFeedback, HiddenBelow, Label, Summary, SummaryRecord, report, report_since,
};
use serde_json::{Value, json};

use reader::{Hidden, hidden, known, learn, learn_changes, truth, unseen};

/// Made-up records.
fn synth(framework: &Arc<Framework>, seed: u32, count: usize) -> Vec<SummaryRecord> {
    let (seed, count) = (seed.to_string(), count.to_string());
    let arguments = ["synth", "--seed", &seed, "--count", &count];
    let ran = Command::new(env!("CARGO_BIN_EXE_ehcp-qa")).args(arguments).output().unwrap();
    let text = String::from_utf8(ran.stdout).unwrap();
    text.lines().map(|line| SummaryRecord::from_json(framework, line).unwrap()).collect()
}

fn summary(framework: &Arc<Framework>, records: &[SummaryRecord]) -> Summary {
    let mut summary = Summary::new(framework);
    for record in records {
        summary.add(record).unwrap();
    }
    summary
}

fn records(framework: &Arc<Framework>, records: &[Value]) -> Vec<SummaryRecord> {
    let read = |record: &Value| SummaryRecord::from_json(framework, &record.to_string()).unwrap();
    records.iter().map(read).collect()
}

/// Numbers that look random, each below one that is given. The factors are those of MMIX by Knuth.
fn random(seed: u32) -> impl FnMut(u32) -> u32 {
    let mut state = u64::from(seed) + 1;
    move |most: u32| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((state >> 33) % u64::from(most)).unwrap()
    }
}

/// Made-up responses of families, so many of each survey or fewer, and for two surveys how many were sent out.
fn said(framework: &Framework, seed: u32, count: u32) -> Vec<FamilyFeedback> {
    said_on(framework, seed, count, &["2023-10-02", "2023-11-02", "2024-02-02", ""])
}

/// The same with one of some dates each; none where it is empty.
fn said_on(framework: &Framework, seed: u32, count: u32, dates: &[&str]) -> Vec<FamilyFeedback> {
    let mut below = random(seed);
    let mut said = Vec::new();
    for survey in &framework.families().unwrap().surveys {
        let responses = below(count + 1);
        let of = |rest: Value| {
            let mut record = json!({"framework": framework.id(), "survey": survey.id});
            record.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
            FamilyFeedback::from_json(framework, &record.to_string()).unwrap()
        };
        for _ in 0..responses {
            let mut answers = json!({});
            for question in &survey.questions {
                // Most say yes, few say no or nothing.
                if let Some(place) = [Some(0), Some(0), Some(0), Some(1), Some(2), None]
                    .get(below(6) as usize)
                    .unwrap()
                {
                    answers[&question.id] = json!(survey.answers[*place].id);
                }
            }
            let date = dates[below(u32::try_from(dates.len()).unwrap()) as usize];
            let date = (!date.is_empty()).then_some(date);
            said.push(of(json!({"answers": answers, "date": date})));
        }
        if survey.id != "contact" {
            said.push(of(json!({"sent": responses + below(8)})));
        }
    }
    said
}

/// What an attack found: how many hidden counts were small, and those of them that have too few possible values.
#[derive(Debug, Default)]
struct Attack {
    small: usize,
    /// How many changes were shown.
    changes: usize,
    worked_out: Vec<String>,
}

impl Attack {
    /// Attacks the report of some records.
    fn on(&mut self, framework: &Arc<Framework>, records: &[SummaryRecord], below: u32) {
        self.on_summary(framework, &summary(framework, records), below);
    }

    /// Attacks the report of a summary.
    fn on_summary(&mut self, framework: &Arc<Framework>, summary: &Summary, below: u32) {
        let truth = truth(framework, summary);
        let exact = report(framework, summary, HiddenBelow::NOTHING);
        let report = report(framework, summary, HiddenBelow::new(below).unwrap());
        let mut known = known(framework, &report, below);
        known.expect_true(&truth, &exact.nothing_counted);
        known.conclude();
        let enough = below as usize - 1;
        for hidden in hidden(&report, &truth, below) {
            self.small += 1;
            let possible = known.possible(&hidden.name, enough);
            if possible < enough {
                let plans = summary.all.plans;
                self.worked_out.push(format!(
                    "{} is {}: of {possible} values, in {plans} plans",
                    hidden.name, hidden.is
                ));
            }
        }
    }

    #[track_caller]
    fn expect_nothing(&self, at_least: usize) {
        let Self { small, worked_out, .. } = self;
        assert!(worked_out.is_empty(), "{} of {small}: {worked_out:#?}", worked_out.len());
        assert!(*small >= at_least, "{small}");
    }
}

#[test]
fn no_small_count_of_made_up_records_can_be_worked_out() {
    let framework = Framework::built_in();
    let mut attack = Attack::default();
    for seed in 0..6 {
        let records = synth(&framework, seed, 60);
        for plans in [5, 6, 8, 10, 13, 16, 20, 25, 30, 40, 50, 60] {
            attack.on(&framework, &records[..plans], 5);
        }
        attack.on(&framework, &records, 3);
        attack.on(&framework, &records, 10);
    }
    attack.expect_nothing(2_000);
}

#[test]
fn no_small_count_of_what_families_say_can_be_worked_out() {
    let framework = Framework::built_in();
    let mut attack = Attack::default();
    // Few plans, and nothing else of them: what is attacked is what families say.
    let plan = json!({"review": {"framework": "shropshire-2023"}});
    let plans = records(&framework, &vec![plan; 6]);
    for seed in 0..40 {
        let mut summary = summary(&framework, &plans);
        for feedback in said(&framework, seed, 4 + seed) {
            summary.add_family_feedback(&framework, &feedback).unwrap();
        }
        for below in [3, 5] {
            attack.on_summary(&framework, &summary, below);
        }
    }
    attack.expect_nothing(300);
}

/// Records in which descriptors share a condition, and the numbers of those not met differ.
#[test]
fn descriptors_that_share_a_condition_do_not_open_each_other() {
    let framework = Framework::built_in();
    let record = |needs: bool, g1: &str, g2: &str| {
        let answers = if needs { json!({"G1": g1, "G2": g2}) } else { json!({}) };
        json!({"review": {
            "framework": "shropshire-2023", "plan": {"health_needs": needs},
            "sections": {"G": {"descriptors": answers}},
        }})
    };
    let answer = |is_not_met: bool| if is_not_met { "no" } else { "yes" };
    let mut attack = Attack::default();
    for (first, second, without) in [(2, 6, 8), (3, 3, 5), (1, 12, 4), (4, 8, 2), (2, 11, 30)] {
        let with = (0..12).map(|plan| record(true, answer(plan < first), answer(plan < second)));
        let without = (0..without).map(|_| record(false, "", ""));
        attack.on(&framework, &records(&framework, &with.chain(without).collect::<Vec<_>>()), 5);
    }
    attack.expect_nothing(20);
}

#[test]
fn values_that_each_plan_has_alone_are_not_listed() {
    let framework = Framework::built_in();
    let mut attack = Attack::default();
    for plans in 4..=12 {
        let record = |plan: usize| {
            json!({
                "review": {"framework": "shropshire-2023", "sections": {"overall": {"score": 4}}},
                "dimensions": {"need": format!("need-{plan}")},
            })
        };
        attack.on(&framework, &records(&framework, &(0..plans).map(record).collect::<Vec<_>>()), 5);
    }
    attack.expect_nothing(1);
}

#[test]
fn an_average_does_not_bound_a_hidden_count() {
    let framework = Framework::built_in();
    let record = |issued: &str| {
        json!({
            "review": {"framework": "shropshire-2023"},
            "dates": {"received": "2023-01-01", "issued": issued},
        })
    };
    let mut attack = Attack::default();
    for within in 0..=10 {
        let plans =
            (0..10).map(|plan| record(if plan < within { "2023-05-01" } else { "2023-12-27" }));
        attack.on(&framework, &records(&framework, &plans.collect::<Vec<_>>()), 5);
    }
    attack.expect_nothing(8);
}

#[test]
fn the_plans_of_a_phase_do_not_bound_what_fails_in_it() {
    let framework = Framework::built_in();
    let record = |year: i32, answer: &str| {
        json!({"review": {
            "framework": "shropshire-2023", "plan": {"year_group": year},
            "sections": {"A": {"descriptors": {"A1": answer}}},
        }})
    };
    let mut attack = Attack::default();
    for (early, failing, later) in [(9, 4, 20), (9, 5, 20), (6, 5, 7), (12, 2, 6), (5, 3, 18)] {
        let early = (0..early).map(|plan| record(0, if plan < failing { "no" } else { "yes" }));
        let later = (0..later).map(|_| record(3, "no"));
        attack.on(&framework, &records(&framework, &early.chain(later).collect::<Vec<_>>()), 5);
    }
    attack.expect_nothing(5);
}

/// How an attacker of a report with what changed knows the report of the term before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Earlier {
    Seen,
    Unseen,
}

impl Attack {
    /// Attacks the report of a term with what changed since the one before, whose plans and responses are others.
    fn on_change(&mut self, framework: &Arc<Framework>, terms: [&Summary; 2], earlier: Earlier) {
        let [before, now] = terms;
        let names = ["before:", "now:"];
        let of_before = report(framework, before, HiddenBelow::USUAL);
        let of_now = report_since(framework, now, before, HiddenBelow::USUAL);
        self.changes += of_now.changed().count();
        let mut known = Known::default();
        let seen = if earlier == Earlier::Seen { of_before.clone() } else { unseen(&of_before) };
        learn(&mut known, names[0], framework, &seen, 5);
        learn(&mut known, names[1], framework, &of_now, 5);
        learn_changes(&mut known, names[0], &of_now);
        let mut truths = BTreeMap::new();
        let (mut small, mut left_out) = (Vec::new(), Vec::new());
        for ((name, summary), report) in names.into_iter().zip(terms).zip([&of_before, &of_now]) {
            let truth = truth(framework, summary);
            let of_name =
                |hidden: Hidden| Hidden { name: [name, &hidden.name].concat(), is: hidden.is };
            small.extend(hidden(report, &truth, 5).into_iter().map(of_name));
            let exact = ehcp_qa_core::summary::report(framework, summary, HiddenBelow::NOTHING);
            let of_name = |table: Label| Label { id: [name, &table.id].concat(), ..table };
            left_out.extend(exact.nothing_counted.into_iter().map(of_name));
            truths.extend(truth.into_iter().map(|(of, is)| ([name, &of].concat(), is)));
        }
        known.expect_true(&truths, &left_out);
        known.conclude();
        // Of a number of which nothing is known there is nothing to work out.
        for Hidden { name, is } in small.into_iter().filter(|hidden| known.knows(&hidden.name)) {
            self.small += 1;
            let possible = known.possible(&name, 4);
            if possible < 4 {
                self.worked_out.push(format!("{name} is {is}: of {possible} values, {earlier:?}"));
            }
        }
    }
}

/// A term of made-up plans, with what families say in it. Few dimensions are enough: what changed is of all plans.
fn term_of(framework: &Arc<Framework>, seed: u32, plans: usize, date: &str) -> Summary {
    let mut random = random(seed);
    let answers = [Some("yes"), Some("yes"), Some("yes"), Some("no"), Some("no"), None];
    let record = |_| {
        let year = ["2023-05-01", "2023-05-01", "2023-09-01", "2024-03-01"][random(4) as usize];
        let [first, second] = [6, 5].map(|below| answers[random(below) as usize]);
        let grade = [1, 2, 2, 2, 3, 3, 4][random(7) as usize];
        let regraded = (random(3) == 0).then(|| json!({"before": 3, "after": 2}));
        json!({
            "review": {
                "framework": "shropshire-2023", "review": {"date": date},
                "sections": {
                    "A": {"descriptors": {"A1": first, "A2": second}},
                    "overall": {"score": grade},
                },
            },
            "dates": {"received": "2023-01-01", "issued": year},
            "regraded": regraded,
        })
    };
    let plans: Vec<Value> = (0..plans).map(record).collect();
    let mut summary = summary(framework, &records(framework, &plans));
    for feedback in said_on(framework, seed, 30, &[date]) {
        summary.add_family_feedback(framework, &feedback).unwrap();
    }
    summary
}

/// Two terms together, and the later one alone with what it says of the earlier.
#[test]
fn what_changed_since_the_term_before_opens_no_small_count() {
    let framework = Framework::built_in();
    let mut attack = Attack::default();
    for seed in 0..12 {
        let before = term_of(&framework, 2 * seed, 8 + 4 * seed as usize, "2023-10-02");
        let now = term_of(&framework, 2 * seed + 1, 52 - 4 * seed as usize, "2024-02-02");
        for earlier in [Earlier::Seen, Earlier::Unseen] {
            attack.on_change(&framework, [&before, &now], earlier);
        }
    }
    println!("{} changes, {} small counts", attack.changes, attack.small);
    assert!(attack.changes >= 100, "{}", attack.changes);
    attack.expect_nothing(500);
}

/// How many small counts that two reports hide have fewer possible values than is promised, or one alone, for a reader
/// of both; and how many there are. Some plans are in the first report alone, and some in the second.
fn narrowed_by_a_second(records: &[SummaryRecord], first: usize, second: usize) -> [usize; 3] {
    let framework = Framework::built_in();
    let reports = [("first:", &records[..records.len() - second]), ("second:", &records[first..])];
    let mut known = Known::default();
    let mut truths = BTreeMap::new();
    let mut small = Vec::new();
    for (before, records) in reports {
        let summary = summary(&framework, records);
        let truth = truth(&framework, &summary);
        let report = report(&framework, &summary, HiddenBelow::USUAL);
        learn(&mut known, before, &framework, &report, 5);
        let named = hidden(&report, &truth, 5).into_iter();
        small.extend(named.map(|hidden| [before, &hidden.name].concat()));
        truths.extend(truth.into_iter().map(|(name, is)| ([before, &name].concat(), is)));
    }
    // Each count loses no more plans than are in the first report alone, and gains no more than in the second.
    let [lost, gained] = [first, second].map(|plans| i64::try_from(plans).unwrap());
    for name in truths.keys().filter_map(|name| name.strip_prefix("first:")) {
        let (first, second) = (["first:", name].concat(), ["second:", name].concat());
        if known.knows(&first) && known.knows(&second) {
            known.sum(&[(&second, 1), (&first, -1)], -lost, gained);
        }
    }
    known.expect_true(&truths, &[]);
    known.conclude();
    let possible: Vec<usize> = small.iter().map(|name| known.possible(name, 4)).collect();
    let fewer_than = |enough| possible.iter().filter(|possible| **possible < enough).count();
    [fewer_than(4), fewer_than(2), small.len()]
}

/// The same for made-up records of some seeds, added up.
fn narrowed_of_made_up(first: usize, second: usize) -> [usize; 3] {
    let framework = Framework::built_in();
    let found =
        (0..4).map(|seed| narrowed_by_a_second(&synth(&framework, seed, 60), first, second));
    let sums = found.fold([0; 3], |[narrowed, exact, all], found| {
        [narrowed + found[0], exact + found[1], all + found[2]]
    });
    println!("{first} plans in the first alone, {second} in the second: {sums:?}");
    sums
}

/// What no report can promise by itself, as `docs/small-numbers.md` has it: of a hundred counts one may be narrowed,
/// and of three hundred one worked out.
#[track_caller]
fn expect_few([narrowed, exact, small]: [usize; 3]) {
    assert!(narrowed * 100 < small, "{narrowed} of {small} narrowed");
    assert!(exact * 300 < small, "{exact} of {small} worked out");
}

/// That some are narrowed shows that the two are read together.
#[test]
fn a_second_report_of_almost_the_same_plans_narrows_few_counts() {
    for second in [1, 20] {
        let found = narrowed_of_made_up(0, second);
        assert!(found[0] > 0, "{found:?}");
        expect_few(found);
    }
}

/// As of two terms with some plans in both: neither report has all plans of the other.
#[test]
fn two_reports_of_overlapping_plans_narrow_few_counts() {
    for plans in [1, 5, 20] {
        expect_few(narrowed_of_made_up(plans, plans));
    }
}
