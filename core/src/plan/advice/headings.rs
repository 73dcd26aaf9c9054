//! What the heading over a part of advice says that there is.

use super::document::AdviceKind;
use crate::plan::words::{contain, words};

/// The most words of such a heading.
const MOST_WORDS: usize = 16;

/// Phrases of headings. Of those that stand in a heading, the first in this list decides.
const PHRASES: &[(AdviceKind, &str)] = &[
    // Headings that name a kind and have something else under them.
    (AdviceKind::Other, "needs assessment"),
    (AdviceKind::Other, "not recommend"),
    (AdviceKind::Other, "not recommended"),
    (AdviceKind::Other, "not advise"),
    (AdviceKind::Other, "not advised"),
    (AdviceKind::Other, "advice"),
    (AdviceKind::Other, "report"),
    (AdviceKind::Other, "notes"),
    (AdviceKind::Other, "note"),
    (AdviceKind::Other, "reason"),
    (AdviceKind::Other, "reasons"),
    (AdviceKind::Other, "reasoning"),
    (AdviceKind::Other, "rationale"),
    (AdviceKind::Other, "found"),
    (AdviceKind::Other, "findings"),
    (AdviceKind::Other, "background"),
    (AdviceKind::Other, "history"),
    (AdviceKind::Other, "so far"),
    (AdviceKind::Other, "to date"),
    (AdviceKind::Other, "in place"),
    (AdviceKind::Other, "already"),
    (AdviceKind::Other, "been tried"),
    (AdviceKind::Other, "current provision"),
    (AdviceKind::Other, "current support"),
    (AdviceKind::Other, "present provision"),
    (AdviceKind::Other, "continue to meet"),
    (AdviceKind::Other, "strengths"),
    (AdviceKind::Other, "risk"),
    (AdviceKind::Views, "views"),
    (AdviceKind::Views, "view of"),
    (AdviceKind::Views, "view"),
    (AdviceKind::Views, "voice"),
    (AdviceKind::Views, "own words"),
    (AdviceKind::Views, "wishes"),
    (AdviceKind::Views, "matters to"),
    (AdviceKind::Views, "account of"),
    (AdviceKind::Views, "said"),
    (AdviceKind::Views, "say"),
    (AdviceKind::Views, "says"),
    (AdviceKind::Views, "told"),
    (AdviceKind::Views, "comments"),
    (AdviceKind::Outcome, "outcome"),
    (AdviceKind::Outcome, "outcomes"),
    (AdviceKind::Outcome, "goal"),
    (AdviceKind::Outcome, "goals"),
    (AdviceKind::Outcome, "targets"),
    (AdviceKind::Outcome, "aims"),
    (AdviceKind::Outcome, "hope"),
    (AdviceKind::Outcome, "should change"),
    (AdviceKind::Outcome, "will change"),
    (AdviceKind::Outcome, "love to see"),
    (AdviceKind::Outcome, "like to see"),
    (AdviceKind::Outcome, "wish to see"),
    (AdviceKind::Outcome, "want for"),
    (AdviceKind::Outcome, "achieve"),
    (AdviceKind::Provision, "provision"),
    (AdviceKind::Provision, "recommend"),
    (AdviceKind::Provision, "recommends"),
    (AdviceKind::Provision, "recommended"),
    (AdviceKind::Provision, "recommendation"),
    (AdviceKind::Provision, "recommendations"),
    (AdviceKind::Provision, "advise"),
    (AdviceKind::Provision, "advised"),
    (AdviceKind::Provision, "be provided"),
    (AdviceKind::Provision, "be put in place"),
    (AdviceKind::Provision, "should have"),
    (AdviceKind::Provision, "needs from"),
    (AdviceKind::Provision, "need from"),
    (AdviceKind::Provision, "requires"),
    (AdviceKind::Provision, "to do"),
    (AdviceKind::Provision, "would help"),
    (AdviceKind::Provision, "will help"),
    (AdviceKind::Provision, "interventions"),
    (AdviceKind::Provision, "strategies"),
    (AdviceKind::Provision, "support required"),
    (AdviceKind::Provision, "support needed"),
    (AdviceKind::Provision, "support requested"),
    (AdviceKind::Need, "needs"),
    (AdviceKind::Need, "need"),
    (AdviceKind::Need, "difficulties"),
    (AdviceKind::Need, "barriers"),
    (AdviceKind::Need, "hard for"),
    (AdviceKind::Need, "finds hard"),
    (AdviceKind::Need, "finds difficult"),
    (AdviceKind::Need, "struggles"),
    (AdviceKind::Need, "impression"),
    (AdviceKind::Need, "formulation"),
];

/// Headings that say this alone.
const ALONE: &[(AdviceKind, &str)] = &[
    (AdviceKind::Provision, "plan"),
    (AdviceKind::Provision, "support"),
    (AdviceKind::Provision, "actions"),
];

/// What a heading says that there is; none where it names something else.
pub(in crate::plan) fn kind_of(heading: &str) -> Option<AdviceKind> {
    let all = words(heading);
    if all.len() > MOST_WORDS {
        return None;
    }
    let is_number = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    let named: Vec<&String> = all.iter().filter(|word| !is_number(word)).collect();
    let alone = || match named.as_slice() {
        [word] => ALONE.iter().find(|(_, known)| known == word),
        _ => None,
    };
    let found = PHRASES.iter().find(|(_, phrase)| contain(&all, phrase)).or_else(alone);
    found.map(|(kind, _)| *kind)
}

#[cfg(test)]
mod tests {
    use super::{AdviceKind, kind_of};

    #[track_caller]
    fn check(heading: &str, expected: Option<AdviceKind>) {
        assert_eq!(kind_of(heading), expected, "{heading}");
    }

    #[test]
    fn headings_say_what_there_is() {
        check("5 Summary of special educational needs", Some(AdviceKind::Need));
        check("6. Outcomes I suggest", Some(AdviceKind::Outcome));
        check("Q9. What provision would you recommend?", Some(AdviceKind::Provision));
        check("PLAN", Some(AdviceKind::Provision));
        check("NOTES ON THE PLAN", Some(AdviceKind::Other));
        check("Plan for the move to secondary school", None);
        check("What the child said", Some(AdviceKind::Views));
        check("What has been put in place so far", Some(AdviceKind::Other));
        check("Speech and language therapy advice on needs", Some(AdviceKind::Other));
        check("Report for an EHC needs assessment", Some(AdviceKind::Other));
        check("What I advise should be provided", Some(AdviceKind::Provision));
        check("Things that I do not recommend", Some(AdviceKind::Other));
        check("What he finds hard", Some(AdviceKind::Need));
        check("What I would love to see", Some(AdviceKind::Outcome));
        check("Examination", None);
    }
}
