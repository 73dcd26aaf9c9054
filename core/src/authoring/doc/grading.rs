//! How grades are suggested: answers, what counts, the scores of sections, and the grade of the plan.

use super::block::{Block, Table, push_part, push_table};
use crate::authoring::words::{basis, conditions, criterion, fact_values, list, share};
use crate::framework::{
    AnswerReading, Choice, Evidence, Framework, FrameworkDocument, ScaleNumber,
};

/// Adds the parts on grading, in the order in which a reader meets them.
pub(super) fn push(blocks: &mut Vec<Block>, framework: &Framework, document: &FrameworkDocument) {
    answers(blocks, document);
    facts(blocks, framework, document);
    applicability(blocks, document);
    section_scores(blocks, framework, document);
    criteria(blocks, document);
    plan_grade(blocks, framework, document);
    evidence(blocks, document);
}

/// The name of a score, such as "2 Good".
fn name(framework: &Framework, score: ScaleNumber) -> String {
    let score = framework.score(score.number().into());
    score.map_or("", |score| framework.grade_name(score)).to_owned()
}

fn answers(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let interpretation = &document.interpretation;
    let columns = ["Answer", "Id", "Credit", "Basis", "Reason"];
    if let Some(answers) = &interpretation.answers {
        let about = "Each answer has a credit. Not answered is a state of its own.";
        push_part(blocks, "Answers", about, columns, answer_rows(answers));
    } else {
        let about = "A descriptor is answered yes, no or not applicable. Yes has the full credit, and no has none. One \
                     that is not applicable does not count. Not answered is a state of its own.";
        blocks.push(Block::Part("Answers".to_owned()));
        blocks.push(Block::Paragraph(about.to_owned()));
    }
    if let Some(counts) = &interpretation.counts {
        let severities = list(counts.severities.iter().map(|severity| &severity.label));
        let about = format!(
            "{} ask how many findings there are, by severity ({severities}), in place of an answer. {}",
            list(&counts.descriptors),
            counts.reason
        );
        blocks.push(Block::Paragraph(about));
    }
    for set in interpretation.answer_sets.iter().flatten() {
        let named = list(set.sections.iter().chain(&set.descriptors).flatten());
        let about = format!("In place of these answers, {named} have others. {}", set.reason);
        push_table(blocks, &about, columns, answer_rows(&set.answers));
    }
}

fn answer_rows(answers: &[AnswerReading]) -> Vec<[String; 5]> {
    let rows = answers.iter().map(|answer| {
        let credit = answer.credit.as_ref().map_or_else(|| "does not count".to_owned(), share);
        [
            answer.label.clone(),
            answer.id.0.clone(),
            credit,
            basis(answer.basis),
            answer.reason.clone(),
        ]
    });
    rows.collect()
}

fn facts(blocks: &mut Vec<Block>, framework: &Framework, document: &FrameworkDocument) {
    let rows = document.interpretation.context.iter().map(|question| {
        let hint = question.hint.clone().unwrap_or_default();
        [question.label.clone(), question.field.0.clone(), fact_values(framework, question), hint]
    });
    push_part(
        blocks,
        "Facts about a plan",
        "These are asked before a plan is graded.",
        ["Question", "Id", "Values", "Hint"],
        rows.collect(),
    );
}

fn applicability(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let interpretation = &document.interpretation;
    let rows = interpretation.applicability.iter().map(|entry| {
        let excluded = if entry.may_exclude { "yes" } else { "no" };
        [
            list(&entry.descriptors),
            conditions(document, &entry.all_of),
            excluded.to_owned(),
            basis(entry.basis),
            entry.reason.clone(),
        ]
    });
    push_part(
        blocks,
        "Which descriptors count",
        "A descriptor counts for the plans that are named. Where a fact is not known, it counts, and may be excluded.",
        ["Descriptors", "Plans", "May be excluded all the same", "Basis", "Reason"],
        rows.collect(),
    );
    let rows = interpretation.alternatives.iter().flatten().map(|entry| {
        [
            entry.descriptor.clone(),
            list(&entry.instead_of),
            entry.place.clone(),
            basis(entry.basis),
            entry.reason.clone(),
        ]
    });
    push_table(
        blocks,
        "Where the first is met, it stands in place of the others, which do not count.",
        ["Descriptor", "In place of", "Place", "Basis", "Reason"],
        rows.collect(),
    );
}

fn section_scores(blocks: &mut Vec<Block>, framework: &Framework, document: &FrameworkDocument) {
    if document.wording.scale.is_none() {
        return;
    }
    let bands = &document.interpretation.section_suggestion;
    if bands.is_empty() {
        blocks.push(Block::Part("The score of a section".to_owned()));
        blocks.push(Block::Paragraph(
            "Scores are entered by a person: none is suggested.".to_owned(),
        ));
        return;
    }
    let rows = bands.iter().map(|band| {
        [
            share(&band.yes_at_least),
            name(framework, band.score),
            basis(band.basis),
            band.reason.clone(),
        ]
    });
    push_part(
        blocks,
        "The score of a section",
        "The credit of the answers over the number of descriptors that count is the share of a section. The first \
         row whose share is reached is suggested. A person records the score.",
        ["Share at least", "Score suggested", "Basis", "Reason"],
        rows.collect(),
    );
}

fn criteria(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let rows = document.interpretation.criteria.iter().map(|criterion| {
        let answers = criterion.values.iter().map(|value| &value.label);
        [
            criterion.label.clone(),
            criterion.hint.clone(),
            list(answers),
            basis(criterion.basis),
            criterion.reason.clone(),
        ]
    });
    push_part(
        blocks,
        "Criteria",
        "These are asked about the plan as a whole. The answers run from the worst to the best.",
        ["Question", "Hint", "Answers", "Basis", "Reason"],
        rows.collect(),
    );
}

fn plan_grade(blocks: &mut Vec<Block>, framework: &Framework, document: &FrameworkDocument) {
    let interpretation = &document.interpretation;
    if document.wording.scale.is_none() {
        return;
    }
    blocks.push(Block::Part("The grade of the plan".to_owned()));
    let has_any = !interpretation.grade_table.is_empty()
        || interpretation.plan_mean.is_some()
        || interpretation.required.as_ref().is_some_and(|required| !required.is_empty());
    let about = if has_any {
        "The grade that is suggested is the worst of what the parts below allow. A person records the grade, and what is \
         suggested never changes it."
    } else {
        "No grade is suggested. A person records it."
    };
    blocks.push(Block::Paragraph(about.to_owned()));
    table_of_requirements(blocks, framework, document);
    mean(blocks, framework, document);
    let rows = interpretation.required.iter().flatten().map(|entry| {
        [
            list(&entry.descriptors),
            name(framework, entry.plan_at_best),
            entry.place.clone(),
            basis(entry.basis),
            entry.reason.clone(),
        ]
    });
    push_table(
        blocks,
        "A plan that does not meet one of these descriptors, where it counts, has this grade at best.",
        ["Descriptors", "Grade at best", "Place", "Basis", "Reason"],
        rows.collect(),
    );
    let rows = interpretation.section_cap.iter().map(|limit| {
        [
            name(framework, limit.section_score),
            name(framework, limit.plan_at_best),
            basis(limit.basis),
            limit.reason.clone(),
        ]
    });
    push_table(
        blocks,
        "A section with this score, or a worse one, allows the plan this grade at best.",
        ["Score of a section", "Grade at best", "Basis", "Reason"],
        rows.collect(),
    );
    let rows = interpretation.gate.iter();
    let rows =
        rows.map(|gate| [name(framework, gate.issue_at), basis(gate.basis), gate.reason.clone()]);
    push_table(
        blocks,
        "A plan may be issued with this recorded grade or a better one.",
        ["Grade", "Basis", "Reason"],
        rows.collect(),
    );
}

/// A row for each criterion and a column for each grade, and below it the reasons.
fn table_of_requirements(
    blocks: &mut Vec<Block>,
    framework: &Framework,
    document: &FrameworkDocument,
) {
    let table = &document.interpretation.grade_table;
    if table.is_empty() {
        return;
    }
    let about = "The first grade, from the left, of which every requirement is met is the grade by the criteria. Each \
                 cell has the least answer.";
    blocks.push(Block::Paragraph(about.to_owned()));
    let grades = table.iter().map(|row| name(framework, row.score));
    let columns = std::iter::once("Criterion".to_owned()).chain(grades).collect();
    let rows = document.interpretation.criteria.iter().map(|asked| {
        let cells = table.iter().map(|row| match row.requires.get(&asked.id) {
            Some(answer) => criterion(document, &asked.id, answer).1,
            None => "-".to_owned(),
        });
        std::iter::once(asked.label.clone()).chain(cells).collect()
    });
    blocks.push(Block::Table(Table { columns, rows: rows.collect() }));
    let severities = document.interpretation.counts.iter().flat_map(|counts| &counts.severities);
    let bounds = table.iter().flat_map(|row| {
        let at_most = move |severity: &Choice| row.at_most.as_ref()?.get(&severity.id);
        let bound = move |severity: &Choice| {
            let most = at_most(severity)?.number().to_string();
            Some([name(framework, row.score), severity.label.clone(), most])
        };
        severities.clone().filter_map(bound).collect::<Vec<_>>()
    });
    push_table(
        blocks,
        "A grade allows so many findings, in all that is counted.",
        ["Grade", "Severity", "At most"],
        bounds.collect(),
    );
    let rows = table.iter();
    let rows = rows.map(|row| [name(framework, row.score), basis(row.basis), row.reason.clone()]);
    push_table(blocks, "", ["Grade", "Basis", "Reason"], rows.collect());
}

fn mean(blocks: &mut Vec<Block>, framework: &Framework, document: &FrameworkDocument) {
    let Some(mean) = &document.interpretation.plan_mean else { return };
    let rows = mean.points.iter();
    let rows = rows.map(|entry| [name(framework, entry.score), entry.points.to_string()]).collect();
    push_table(
        blocks,
        "Each section has the points of its score, times its weight. Their sum is divided by the sum of the weights.",
        ["Score", "Points"],
        rows,
    );
    let rows = mean.bands.iter().map(|band| {
        [
            share(&band.mean_at_least),
            name(framework, band.score),
            basis(band.basis),
            band.reason.clone(),
        ]
    });
    push_table(
        blocks,
        "The first row whose mean is reached is the grade by the mean. Means are fractions, and exact.",
        ["Mean at least", "Grade", "Basis", "Reason"],
        rows.collect(),
    );
    blocks.push(Block::Paragraph(format!("The mean is written in: {}.", mean.place)));
}

fn evidence(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let standards = document.wording.standards.iter().flat_map(|standards| &standards.items);
    let rows = standards.map(|standard| {
        let entries = &document.interpretation.evidence;
        let entry = entries.iter().find(|entry| entry.standard == standard.id);
        let of = |text: fn(&Evidence) -> String| entry.map(text).unwrap_or_default();
        [
            format!("{}: {}", standard.title, standard.text),
            of(|entry| list(&entry.descriptors)),
            of(|entry| basis(entry.basis)),
            of(|entry| entry.reason.clone()),
        ]
    });
    push_part(
        blocks,
        "Quality standards",
        "These descriptors are evidence for each standard.",
        ["Standard", "Descriptors", "Basis", "Reason"],
        rows.collect(),
    );
}
