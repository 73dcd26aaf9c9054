//! The kinds of document: how each is checked, and how the kind is found from the fields.

use std::sync::Arc;

use clap::ValueEnum;
use ehcp_qa_core::agreement::Agreement;
use ehcp_qa_core::authoring::check_messages;
use ehcp_qa_core::case::{Case, status};
use ehcp_qa_core::form::Feedback;
use ehcp_qa_core::framework::AdviceQuestions;
use ehcp_qa_core::learning::Learning;
use ehcp_qa_core::plan::AdviceDocument;
use ehcp_qa_core::sample::Draw;
use ehcp_qa_core::sheet::SheetMap;
use ehcp_qa_core::summary::{FamilyFeedback, Summary, SummaryRecord};
use ehcp_qa_core::thread::ThreadPlan;
use ehcp_qa_core::timescale::Timescales;
use ehcp_qa_core::whole::CoverageChoice;
use ehcp_qa_core::wording::{Lexicon, Linting, Weights};
use ehcp_qa_core::{Framework, Problem, Review};
use serde_json::{Map, Value};

use crate::texts::Texts;

/// The kinds of document that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A review of one plan
    Review,
    /// The feedback form of one plan
    Feedback,
    /// The texts of a plan's sections, as lint reads them
    Texts,
    /// Facts about the plan whose wording is checked
    WordingContext,
    /// The items of one plan
    ThreadPlan,
    /// A piece of advice
    AdviceDocument,
    /// What is asked of a piece of advice
    AdviceQuestions,
    /// What a person says of pairs of advice and plan
    CoverageChoices,
    /// The events of one case
    Case,
    /// The dates of one plan
    Timescales,
    /// What a sample is drawn for, how, and from which plans
    SampleRequest,
    /// The grades of two graders, counted
    Agreement,
    /// A review, and the other facts that are counted of its plan
    SummaryRecord,
    /// What a family says, or how many of a survey were sent out
    FamilyFeedback,
    /// Which field of a record each column of a sheet holds
    SheetMap,
    /// Counts over many plans
    Summary,
    /// The form that sums up what was learnt
    Learning,
    /// A framework
    Framework,
    /// A lexicon
    Lexicon,
    /// Weights by which statements are judged
    Weights,
    /// A catalogue of messages, which is to have every message
    Messages,
}

impl Kind {
    /// The word by which `--as` calls it.
    pub(crate) fn word(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    /// Checks a document of this kind.
    pub(crate) fn check(self, framework: &Arc<Framework>, text: &str) -> Result<(), Vec<Problem>> {
        match self {
            Self::Review => Review::from_json(framework, text).map(drop),
            Self::Feedback => Feedback::from_json(framework, text).map(drop),
            Self::Texts => Texts::from_json(framework, text).map(drop),
            Self::WordingContext => Linting::from_json(text).map(drop),
            Self::ThreadPlan => ThreadPlan::from_json(text).map(drop),
            Self::AdviceDocument => AdviceDocument::from_json(text).map(drop),
            Self::AdviceQuestions => AdviceQuestions::from_json(text).map(drop),
            Self::CoverageChoices => CoverageChoice::all_from_json(text).map(drop),
            // An event that cannot follow in the state of the case is a problem like any other.
            Self::Case => match status(framework, &Case::from_json(framework, text)?)?.refused {
                Some(refused) => Err(vec![refused]),
                None => Ok(()),
            },
            Self::Timescales => Timescales::from_json(text).map(drop),
            Self::SampleRequest => Draw::from_json(framework, text).map(drop),
            Self::Agreement => Agreement::from_json(framework, text).map(drop),
            Self::SummaryRecord => SummaryRecord::from_json(framework, text).map(drop),
            Self::FamilyFeedback => FamilyFeedback::from_json(framework, text).map(drop),
            Self::SheetMap => SheetMap::from_json(framework, text).map(drop),
            Self::Summary => Summary::from_json(framework, text).map(drop),
            Self::Learning => Learning::from_json(framework, text).map(drop),
            Self::Framework => Framework::from_json(text).map(drop),
            Self::Lexicon => Lexicon::from_json(text).map(drop),
            Self::Weights => Weights::from_json(text).map(drop),
            Self::Messages => match check_messages(text)? {
                problems if problems.is_empty() => Ok(()),
                problems => Err(problems),
            },
        }
    }

    /// The kind of document that has these fields. A document with a problem is still recognised by its other fields.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let fields: Map<String, Value> = serde_json::from_str(text).ok()?;
        let has = |names: &[&str]| names.iter().any(|name| fields.contains_key(*name));
        let review = fields.get("review").and_then(Value::as_object);
        // From the fields that one kind alone has to those that several have.
        if has(&["interpretation"]) {
            Some(Self::Framework)
        } else if has(&["plural"]) {
            Some(Self::Messages)
        } else if has(&["events"]) {
            Some(Self::Case)
        } else if has(&["items"]) && has(&["title"]) {
            Some(Self::AdviceQuestions)
        } else if has(&["items"]) {
            Some(Self::ThreadPlan)
        } else if has(&["views", "needs", "outcomes", "provision"]) {
            Some(Self::AdviceDocument)
        } else if has(&["survey"]) {
            Some(Self::FamilyFeedback)
        } else if has(&["columns"]) {
            Some(Self::SheetMap)
        } else if has(&["matrix"]) {
            Some(Self::Agreement)
        } else if has(&["purpose", "quota"]) {
            Some(Self::SampleRequest)
        } else if has(&["texts"]) {
            Some(Self::Texts)
        } else if has(&["terms", "rules", "words"]) {
            Some(Self::Lexicon)
        } else if has(&["heads"]) {
            Some(Self::Weights)
        } else if has(&["all", "timeliness"]) {
            Some(Self::Summary)
        } else if has(&["rows", "actions", "areas_represented"]) {
            Some(Self::Learning)
        } else if review.is_some_and(|review| review.contains_key("meeting")) {
            Some(Self::Timescales)
        } else if review.is_some_and(|review| review.contains_key("framework"))
            || has(&["dates", "dimensions"])
        {
            Some(Self::SummaryRecord)
        } else if has(&["rating", "main_need"])
            || fields.get("sections").is_some_and(Value::is_array)
        {
            Some(Self::Feedback)
        } else if has(&["framework", "criteria", "sections", "plan", "review"]) {
            Some(Self::Review)
        } else if has(&["received", "decided", "notified", "draft_sent", "issued"])
            || has(&["order", "transfer", "to_assess", "to_issue"])
        {
            Some(Self::Timescales)
        } else if has(&["stage", "year_group", "names", "pronouns", "dismissed"]) {
            Some(Self::WordingContext)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, kind: Option<Kind>) {
        assert_eq!(Kind::of(text), kind, "{text}");
    }

    #[test]
    fn the_fields_of_a_document_decide_its_kind() {
        check(r#"{"framework": "f", "sections": {}}"#, Some(Kind::Review));
        check(r#"{"sections": {}}"#, Some(Kind::Review));
        check(r#"{"framework": "f", "review": {"level": 2}}"#, Some(Kind::Review));
        check(r#"{"framework": "f", "sections": []}"#, Some(Kind::Feedback));
        check(r#"{"texts": {}, "context": {}}"#, Some(Kind::Texts));
        check(r#"{"stage": "draft"}"#, Some(Kind::WordingContext));
        check(r#"{"items": []}"#, Some(Kind::ThreadPlan));
        check(r#"{"id": "ours", "title": "Ours", "items": []}"#, Some(Kind::AdviceQuestions));
        check(r#"{"author": "S", "needs": [], "provision": []}"#, Some(Kind::AdviceDocument));
        check(r#"{"events": []}"#, Some(Kind::Case));
        check(r#"{"received": "2024-01-01"}"#, Some(Kind::Timescales));
        check(r#"{"order": {"kind": "assess"}}"#, Some(Kind::Timescales));
        check(r#"{"review": {"meeting": "2024-01-01"}}"#, Some(Kind::Timescales));
        check(r#"{"transfer": {"kind": "phase"}}"#, Some(Kind::Timescales));
        check(r#"{"purpose": "panel", "plans": []}"#, Some(Kind::SampleRequest));
        check(r#"{"survey": "parents", "sent": 3}"#, Some(Kind::FamilyFeedback));
        check(r#"{"columns": []}"#, Some(Kind::SheetMap));
        check(r#"{"matrix": []}"#, Some(Kind::Agreement));
        check(r#"{"review": {"framework": "f"}, "wording": {}}"#, Some(Kind::SummaryRecord));
        check(r#"{"framework": "f", "all": {}, "sections": {}}"#, Some(Kind::Summary));
        check(r#"{"framework": "f", "rows": []}"#, Some(Kind::Learning));
        check(r#"{"wording": {}, "interpretation": {}}"#, Some(Kind::Framework));
        check(r#"{"id": "ours", "extends": "x", "rules": []}"#, Some(Kind::Lexicon));
        check(r#"{"id": "ours", "heads": []}"#, Some(Kind::Weights));
        check(r#"{"language": "cy", "plural": {}}"#, Some(Kind::Messages));
        check("\u{feff}{\"items\": []}", Some(Kind::ThreadPlan));
        check(r#"{"something": 1}"#, None);
        check("[]", None);
        check("{", None);
    }
}
