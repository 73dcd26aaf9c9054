//! Plans from files and from text.

use std::fmt::Write as _;
use std::path::Path;

use ehcp_qa_core::law::PlanSection;
use ehcp_qa_core::plan::{PlanDocument, read_text};
use ehcp_qa_core::whole::{PlanComparison, compare};
use ehcp_qa_core::wording::{Lexicon, Linting};

/// A plan of sections, each with its text.
pub(crate) fn plan_of(sections: &[(&str, &str)]) -> PlanDocument {
    let mut text = String::new();
    for (section, of_section) in sections {
        let section = PlanSection::from_word(section).expect("a section");
        let title = match section.word() {
            "B" => "Special educational needs",
            "C" => "Health needs",
            "E" => "Outcomes",
            "F" => "Special educational provision",
            "G" => "Health provision",
            "H1" => {
                "Social care provision under the Chronically Sick and Disabled Persons Act 1970"
            }
            "H2" => "Any other social care provision",
            _ => "",
        };
        let _ = write!(text, "Section {}: {title}\n{of_section}\n\n", section.word());
    }
    read_text(&text, &[]).expect("a plan")
}

/// Compares two plans with nothing known of them.
pub(crate) fn compared(old: &PlanDocument, new: &PlanDocument) -> PlanComparison<'static> {
    let lexicon: &'static Lexicon = Box::leak(Box::new(Lexicon::built_in()));
    compare(lexicon, old, new, &Linting::default())
}

/// The bytes of a file of the tests.
pub(crate) fn file(path: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
