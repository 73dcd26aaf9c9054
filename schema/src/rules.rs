//! The reference of the wording rules and the list of their titles, made from the lexicon.

use std::fmt::Write as _;

use ehcp_qa_core::law::Basis;
use ehcp_qa_core::wording::{Lexicon, Linting, Rule, WORDING_WITH_EXAMPLES};

/// The reference as Markdown.
#[must_use]
pub fn rules_reference() -> String {
    let mut text = String::from(
        "# Wording rules\n\n\
         Made from `core/frameworks/wording.json`: run `cargo xtask generate` after changing it.\n\n",
    );
    let _ = writeln!(
        text,
        "Each finding means: {} The words may be right where they stand. Which words a rule \
         finds is our interpretation, and a council can replace it; each rule cites what it rests on. \
         Court and Tribunal decisions are named from secondary sources.\n",
        Lexicon::built_in().standing()
    );
    // A test reads this very text.
    if let Ok(lexicon) = Lexicon::from_json(WORDING_WITH_EXAMPLES) {
        for rule in lexicon.rules() {
            write_rule(&mut text, rule);
        }
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The titles of the rules as the core has them beside the lexicon.
#[must_use]
pub fn rule_titles() -> String {
    let lexicon = Lexicon::built_in();
    lexicon.rules().map(|rule| [&rule.id, "\t", &rule.title, "\n"].concat()).collect()
}

fn write_rule(text: &mut String, rule: &Rule) {
    let _ = writeln!(text, "## `{}`: {}\n", rule.id, rule.title);
    let sections = rule.sections.join(", ");
    let severity = rule.severity.word();
    let _ = writeln!(
        text,
        "Sections {sections}. Severity: {severity}. Action: {}.\n",
        rule.action.word()
    );
    let _ = writeln!(text, "- **What it says:** {}", rule.message);
    let _ = writeln!(text, "- **Why it matters:** {}", rule.why);
    if let Some(example) = &rule.example {
        let context = rule.example_context.as_ref().map_or_else(String::new, known);
        let _ = writeln!(text, "- **Example{context}:** {}", escaped(example));
    }
    if let Some(near_miss) = &rule.near_miss {
        let _ = writeln!(text, "- **Better:** {}", escaped(near_miss));
    }
    let _ = writeln!(text, "- **What to put instead:** {}", rule.instead);
    let cites: Vec<String> = rule
        .cites
        .iter()
        .map(|cite| {
            let basis = match cite.basis {
                Basis::Framework => "framework",
                Basis::Law => "law",
                Basis::Guidance => "guidance",
                Basis::Interpretation => "our interpretation",
            };
            format!("{} ({basis})", cite.place)
        })
        .collect();
    let _ = writeln!(text, "- **Rests on:** {}", cites.join("; "));
    let phrases = rule.phrases.iter().flatten().flat_map(|phrase| &phrase.says);
    let phrases: Vec<String> = phrases.map(|phrase| format!("`{phrase}`")).collect();
    if !phrases.is_empty() {
        let _ = writeln!(text, "- **Patterns:** {}", phrases.join(", "));
    }
    text.push('\n');
}

/// What is known of the plan in an example, in brackets.
fn known(context: &Linting) -> String {
    let mut known = Vec::new();
    if let Some(stage) = context.stage {
        known.push(format!("a {} plan", stage.word().replace('_', " ")));
    }
    if let Some(names) = &context.names {
        known.push(format!("the child is {}", names.join(" or ")));
    }
    if let Some(pronouns) = context.pronouns {
        known.push(format!("the child's pronoun is {}", pronouns.word()));
    }
    if let Some(year_group) = context.year_group {
        known.push(format!("the year group is {}", year_group.number()));
    }
    format!(" ({})", known.join("; "))
}

/// Brackets would be read as a link.
fn escaped(text: &str) -> String {
    text.replace('[', "\\[").replace(']', "\\]")
}
