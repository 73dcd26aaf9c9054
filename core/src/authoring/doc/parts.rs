//! What a framework is, its readings, its scale and sections, and the parts that it may leave out.

use super::block::{Block, push_part, push_table};
use super::process;
use crate::authoring::words::{basis, cites, share};
use crate::framework::{BestScore, FamiliesReading, Framework, FrameworkDocument};
use crate::text::fill::plain;

/// What a framework is, what it prints about grades and sections, and how slips in it are read.
pub(super) fn opening(framework: &Framework, document: &FrameworkDocument) -> Vec<Block> {
    let mut blocks = Vec::new();
    push_table(
        &mut blocks,
        "",
        ["Id", "Edition", "Source", "Note"],
        vec![[
            document.id.clone(),
            document.edition.clone(),
            document.source.title.clone(),
            document.source.note.clone(),
        ]],
    );
    let digest = format!(
        "Its SHA-256 is {}. What rests on the framework itself is printed there. A reading that is marked as \
         interpretation is printed nowhere, and can be replaced.",
        framework.sha256()
    );
    blocks.push(Block::Paragraph(digest));
    scale(&mut blocks, document);
    sections(&mut blocks, document);
    let rows = document.interpretation.readings.iter().map(|reading| {
        [
            reading.printed.clone(),
            reading.read_as.clone(),
            reading.place.clone(),
            basis(reading.basis),
            reading.reason.clone(),
        ]
    });
    push_part(
        &mut blocks,
        "Readings of what is printed",
        "",
        ["Printed", "Read as", "Place", "Basis", "Reason"],
        rows.collect(),
    );
    blocks
}

fn scale(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let Some(scale) = &document.wording.scale else {
        blocks.push(Block::Part("Scale".to_owned()));
        blocks
            .push(Block::Paragraph("Nothing is graded: the framework is a checklist.".to_owned()));
        return;
    };
    let rows = scale.grades.iter().map(|grade| {
        let first = grade.score.number();
        let numbers = grade
            .up_to
            .map_or_else(|| first.to_string(), |last| format!("{first} to {}", last.number()));
        [numbers, grade.label.clone(), grade.criteria.join(" ")]
    });
    push_part(blocks, "Scale", "", ["Score", "Grade", "What is printed under it"], rows.collect());
    let Some(scale) = &document.interpretation.scale else {
        blocks.push(Block::Paragraph("The least number is the best.".to_owned()));
        return;
    };
    let best = match scale.best {
        BestScore::Least => "The least number is the best.",
        BestScore::Greatest => "The greatest number is the best.",
    };
    let row = [best.to_owned(), basis(scale.basis), scale.reason.clone()];
    push_table(blocks, "", ["Direction", "Basis", "Reason"], vec![row]);
}

fn sections(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    blocks.push(Block::Part("Sections and descriptors".to_owned()));
    let wording = &document.wording;
    for section in wording.sections.iter().chain([&wording.overall]) {
        blocks.push(Block::Heading(section.title.clone()));
        if let Some(weight) = section.weight {
            blocks.push(Block::Paragraph(format!("It weighs {}.", weight.number())));
        }
        let rows = section.descriptors.iter();
        let rows = rows.map(|descriptor| [descriptor.id.clone(), descriptor.text.clone()]);
        push_table(blocks, "", ["Id", "Descriptor"], rows.collect());
    }
}

/// The parts about samples, reports, the process and deadlines, and where the reasons of a suggestion are cited.
pub(super) fn push_further(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let interpretation = &document.interpretation;
    sampling(blocks, document);
    if let Some(report) = &interpretation.report {
        let rows = report.terms.iter().map(|term| {
            let month = term.from_month.to_string();
            [term.name.clone(), month, basis(term.basis), term.reason.clone()]
        });
        push_part(
            blocks,
            "Reports",
            "The terms of a school year begin with these months.",
            ["Term", "Month", "Basis", "Reason"],
            rows.collect(),
        );
        let rows = report.notes.iter();
        let rows = rows.map(|note| [note.name.clone(), basis(note.basis), note.reason.clone()]);
        push_table(
            blocks,
            "These notes stand on reports.",
            ["Note", "Basis", "Reason"],
            rows.collect(),
        );
    }
    if let Some(families) = &interpretation.families {
        self::families(blocks, families);
    }
    if let Some(process) = &interpretation.process {
        process::push(blocks, process);
    }
    let rows = interpretation.timescales.iter().flatten().map(|reading| {
        [
            plain(reading.deadline.word()),
            cites(&reading.cites),
            basis(reading.basis),
            reading.reason.clone(),
        ]
    });
    push_part(
        blocks,
        "Deadlines",
        "The law sets the deadlines. The framework speaks of these.",
        ["Deadline", "Written in", "Basis", "Reason"],
        rows.collect(),
    );
    trace(blocks, document);
}

fn sampling(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let Some(sampling) = &document.interpretation.sampling else { return };
    blocks.push(Block::Part("Samples".to_owned()));
    blocks.push(Block::Paragraph(sampling.key_reason.clone()));
    let rows = sampling.purposes.iter().map(|purpose| {
        [
            purpose.name.clone(),
            purpose.level.to_string(),
            purpose.rate.as_ref().map(share).unwrap_or_default(),
            basis(purpose.basis),
            purpose.reason.clone(),
            cites(&purpose.cites),
        ]
    });
    push_table(
        blocks,
        "Samples are drawn for these purposes.",
        ["Purpose", "Level", "Share", "Basis", "Reason", "Written in"],
        rows.collect(),
    );
    let rows = sampling.phases.iter().map(|phase| {
        let from = phase.from_year_group.number().to_string();
        [phase.name.clone(), from, basis(phase.basis), phase.reason.clone()]
    });
    push_table(
        blocks,
        "Each phase goes on to where the next begins.",
        ["Phase", "From year group", "Basis", "Reason"],
        rows.collect(),
    );
}

fn families(blocks: &mut Vec<Block>, families: &FamiliesReading) {
    blocks.push(Block::Part("Families' feedback".to_owned()));
    blocks.push(Block::Paragraph(families.reason.clone()));
    let rows = families.surveys.iter().map(|survey| {
        let answers = survey.answers.iter().map(|answer| answer.label.as_str());
        [
            survey.name.clone(),
            answers.collect::<Vec<_>>().join("; "),
            basis(survey.basis),
            survey.reason.clone(),
        ]
    });
    push_table(
        blocks,
        "These surveys are counted.",
        ["Survey", "Answers", "Basis", "Reason"],
        rows.collect(),
    );
    let rows = families.surveys.iter().flat_map(|survey| {
        survey.questions.iter().map(|question| {
            let text = question.text.clone();
            [survey.name.clone(), text, basis(question.basis), question.reason.clone()]
        })
    });
    push_table(
        blocks,
        "They ask these questions.",
        ["Survey", "Question", "Basis", "Reason"],
        rows.collect(),
    );
}

fn trace(blocks: &mut Vec<Block>, document: &FrameworkDocument) {
    let trace = &document.interpretation.trace;
    let entries = [
        ("No descriptor of a section applies", &trace.nothing_applies),
        ("A recorded score counts in place of the suggestion", &trace.recorded_score),
        ("No section limits the grade of the plan", &trace.no_limit),
        ("The worst of what the parts allow", &trace.worse_of_both),
    ];
    let rows = entries.map(|(name, entry)| {
        [name.to_owned(), entry.place.clone(), basis(entry.basis), entry.reason.clone()]
    });
    push_part(
        blocks,
        "Reasons that rest on no row",
        "",
        ["Reason of a suggestion", "Place", "Basis", "Reason"],
        rows.into(),
    );
}
