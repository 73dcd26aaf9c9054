//! Whole plans, section by section: which of the faults that were planted in them are found, and what is found
//! beside them.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use ehcp_qa_core::framework::Severity;
use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{PlanDocument, read_markdown, read_word};
use ehcp_qa_core::wording::{Bytes, Lint, Linting, SectionBlocks, lint_blocks};
use serde_json::{Value, json};

use crate::lexicon;

/// The plans.
const PLANS: [&str; 5] = [
    "01_wexmoor_headings_prose",
    "02_brackenford_big_tables",
    "04_lower_aldane_form",
    "06_marlingate_early_years",
    "07_hallowshire_proposed_amended",
];

/// Plans in Markdown by another author, who saw neither the rules nor the five.
const UNREAD: [&str; 2] = ["11_teasel", "12_larkhay"];

/// Faults that only several sections together show.
const OF_THE_WHOLE: [&str; 4] =
    ["thread_orphan_need", "thread_orphan_provision", "need_without_provision", "contradiction"];

fn file(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What was counted in one plan.
#[derive(Default, Clone, Copy)]
struct Count {
    words: usize,
    faults: usize,
    found: usize,
    /// Statements with a finding that nobody planted, and the parts of these findings.
    false_statements: usize,
    false_parts: usize,
    /// Passages that must stay silent, and those of them in which something is found.
    clean: usize,
    disturbed: usize,
}

impl Count {
    fn plus(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            faults: self.faults + other.faults,
            found: self.found + other.found,
            false_statements: self.false_statements + other.false_statements,
            false_parts: self.false_parts + other.false_parts,
            clean: self.clean + other.clean,
            disturbed: self.disturbed + other.disturbed,
        }
    }

    fn line(self, name: &str) -> String {
        let tenths = self.false_statements * 10_000 / self.words;
        format!(
            "{name:<32} {:>6} {:>4}/{:<4} {:>6} {:>6} {:>4}.{} {:>5}/{}",
            self.words,
            self.found,
            self.faults,
            self.false_statements,
            self.false_parts,
            tenths / 10,
            tenths % 10,
            self.disturbed,
            self.clean
        )
    }
}

/// A passage that the gold quotes, in bytes of the section's text.
fn passage(text: &str, entry: &Value) -> Range<usize> {
    let byte = |place: usize| text.char_indices().nth(place).map_or(text.len(), |(byte, _)| byte);
    let quote = entry["quote"].as_str().unwrap_or_default();
    let start = byte(usize::try_from(entry["start"].as_u64().unwrap_or_default()).unwrap());
    let stands = text.get(start..).is_some_and(|text| text.starts_with(quote));
    // Where a section was read otherwise than its gold has it, a quote stands elsewhere.
    let start = if stands { Some(start) } else { text.find(quote) };
    let start = start.unwrap_or_else(|| panic!("a quote stands in its section: {quote}"));
    start..start + quote.len()
}

fn of_section<'g>(gold: &'g Value, key: &str, section: PlanSection) -> Vec<&'g Value> {
    let entries = gold[key].as_array().map(Vec::as_slice).unwrap_or_default();
    entries.iter().filter(|entry| entry["section"] == section.word()).collect()
}

/// What a host knows of a plan, as its gold gives it.
fn context(gold: &Value) -> Linting {
    let known = &gold["context"];
    let pronouns = known["pronouns"].as_str().unwrap_or_default().split('/').next();
    let year = known["year_group"].as_str().and_then(|year| year.strip_prefix("Year "));
    let year: Option<u8> = year.and_then(|year| year.parse().ok());
    let json = json!({
        "stage": known["stage"], "names": known["names"], "pronouns": pronouns, "year_group": year,
    });
    Linting::from_json(&json.to_string()).expect("the context of a plan")
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// Counts one section, and lists what is found beside the planted faults.
fn count(
    plan: &PlanDocument,
    gold: &Value,
    section: PlanSection,
    differences: &mut String,
) -> Count {
    let lexicon = lexicon();
    let context = context(gold);
    let text = plan.text(section);
    let blocks = SectionBlocks::of_plan(plan, section);
    assert_eq!(blocks.text(), text);
    let lint: Lint<Bytes> = lint_blocks(lexicon, section.word(), &blocks, &context);
    let is_serious = |severity| severity != Severity::Information;
    let faults = of_section(gold, "findings", section);
    let planted: Vec<Range<usize>> = faults
        .iter()
        .copied()
        .chain(of_section(gold, "tolerable", section))
        .map(|entry| passage(&text, entry))
        .collect();
    let clean: Vec<Range<usize>> =
        of_section(gold, "clean", section).iter().map(|entry| passage(&text, entry)).collect();
    let mut count = Count { words: text.split_whitespace().count(), ..Count::default() };
    let mut places = Vec::new();
    let mut is_disturbed = vec![false; clean.len()];
    for finding in lint.findings.iter().filter(|finding| is_serious(finding.severity)) {
        let place = |start: u32, end: u32| start as usize..end as usize;
        let statement = place(finding.span.start, finding.span.end);
        let mut has_false = false;
        for part in finding.parts.iter().filter(|part| is_serious(part.severity)) {
            let place = place(part.span.start, part.span.end);
            if !planted.iter().any(|planted| overlaps(planted, &place)) {
                count.false_parts += 1;
                has_false = true;
                let words = part.span.of(&text);
                let _ = writeln!(differences, "  false {section:?} {} “{words}”", part.rule);
                for (number, clean) in clean.iter().enumerate() {
                    is_disturbed[number] |= overlaps(clean, &place);
                }
            }
            places.push(place);
        }
        let is_false = !planted.iter().any(|planted| overlaps(planted, &statement));
        count.false_statements += usize::from(has_false && is_false);
    }
    let absent = lint.absent.iter().filter(|absence| is_serious(absence.severity)).count();
    for fault in faults {
        let kind = fault["kind"].as_str().unwrap_or_default();
        if OF_THE_WHOLE.contains(&kind) {
            continue;
        }
        count.faults += 1;
        let place = passage(&text, fault);
        let is_absence = fault["absence"].as_bool() == Some(true) && absent > 0;
        if is_absence || places.iter().any(|found| overlaps(found, &place)) {
            count.found += 1;
        } else {
            let _ = writeln!(differences, "  missed {section:?} {kind} “{}”", &text[place]);
        }
    }
    count.clean = clean.len();
    count.disturbed = is_disturbed.iter().filter(|is_disturbed| **is_disturbed).count();
    count
}

/// Counts plans, in a table that is compared with a file: every change of a count shows there, for better or worse.
fn measure(plans: &[(&str, PlanDocument, Value)], file: &str, listed: &str) {
    let mut table = format!(
        "{:<32} {:>6} {:>9} {:>6} {:>6} {:>6} {:>8}\n",
        "plan", "words", "found", "false", "parts", "/1,000", "disturbed"
    );
    let mut all = Count::default();
    for (name, plan, gold) in plans {
        let mut differences = String::new();
        let counts =
            PlanSection::ALL.iter().map(|section| count(plan, gold, *section, &mut differences));
        let counts: Count = counts.fold(Count::default(), Count::plus);
        let _ = writeln!(table, "{}", counts.line(name));
        all = all.plus(counts);
        if std::env::var("WORDING_DIFFERENCES").is_ok_and(|asked| asked == listed) {
            println!("{name}\n{differences}");
        }
    }
    let _ = writeln!(table, "{}", all.line("all"));
    println!("{table}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("wording").join(file);
    if std::env::var_os("WORDING_MEASURED").is_some() {
        std::fs::write(&path, &table).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    assert_eq!(table, expected, "write the new counts with WORDING_MEASURED=1");
}

fn gold(name: &str) -> Value {
    serde_json::from_slice(&file(&format!("{name}.gold.json"))).expect("JSON")
}

#[test]
fn the_findings_in_whole_plans_are_those_measured() {
    let plans = PLANS.map(|name| {
        (name, read_word(&file(&format!("{name}.docx")), &[]).expect("a plan"), gold(name))
    });
    measure(&plans, "measured-plans.txt", "plans");
}

#[test]
fn the_findings_in_unread_plans_are_those_measured() {
    let plans = UNREAD.map(|name| {
        let text = String::from_utf8(file(&format!("unread/{name}.md"))).expect("UTF-8");
        (name, read_markdown(&text, &[]).expect("a plan"), gold(&format!("unread/{name}")))
    });
    measure(&plans, "measured-unread.txt", "unread");
}
