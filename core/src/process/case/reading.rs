//! What the framework leaves open about the process, how it is read here, and why. All of it is ours.

/// One such reading.
pub(super) struct Reading {
    /// What it is called where it is cited.
    pub(super) name: &'static str,
    /// How it is read, and why.
    pub(super) reason: &'static str,
}

pub(super) const LEVEL_4_GRADES: Reading = Reading {
    name: "Grades of the Team Manager and the Panel",
    reason: "They look at some of the drafts that a Senior Case Officer has graded, and Annex B is for \
             a draft rated below Good through the QA process, whoever rates it: so their grade can \
             start Annex B. It skips no step of it, which are for Senior Case Officers, and does not come \
             between the two separate grades.",
};

pub(super) const FEEDBACK_ON_ANY_DRAFT: Reading = Reading {
    name: "Feedback on a plan that may be issued",
    reason: "Level 2 has feedback on every draft, and Annex B asks for changes only below Good: so \
             feedback on a plan that is at least Good changes nothing about issuing it.",
};

pub(super) const MORE_FEEDBACK: Reading = Reading {
    name: "More feedback before the amendments",
    reason: "What looked like minimal changes can turn out to be more: until the draft is amended, the \
             latest feedback tells who amends it.",
};

pub(super) const AMENDED_ONCE: Reading = Reading {
    name: "When a draft is amended",
    reason: "The event says that the amendments are finished, however many days they took: grading \
             follows, and further amendments follow further feedback.",
};

pub(super) const SEPARATE_GRADES: Reading = Reading {
    name: "Two separate grades on one side of Good",
    reason: "Annex B asks for a draft graded at least Good and not for two grades that are the same: \
             what decides is on which side of Good both of them are.",
};

pub(super) const FURTHER_ROUND: Reading = Reading {
    name: "A further round",
    reason: "A draft that is graded again and is below Good is once more a draft rated below Good, for \
             which Annex B is written.",
};

pub(super) const ACROSS_GOOD: Reading = Reading {
    name: "Two separate grades across Good",
    reason: "Annex B does not say what follows. Neither grade outweighs the other, and while one of them \
             is below Good the draft is not issued: the two agree on a grade, and keep their own on \
             the record.",
};

pub(super) const AGREED_GRADE: Reading = Reading {
    name: "The agreed grade",
    reason: "It settles a difference, so it is one of the two grades or lies between them. One of the \
             two records it for both: it is for those who graded separately to agree.",
};

pub(super) const ESCALATION: Reading = Reading {
    name: "Escalation",
    reason: "The framework has a heading on escalation and no text. A disagreement that is escalated is \
             for the Team Manager, the next to look at drafts by Level 4; anywhere else escalation is \
             noted, since nothing in Annex B lets it skip a step.",
};

pub(super) const WHO_ISSUES: Reading = Reading {
    name: "Who issues a plan",
    reason: "The framework does not say: any officer of the EHCP Team may, once it is graded at least \
             Good. The Panel is not of the team.",
};

pub(super) const AFTER_ISSUE: Reading = Reading {
    name: "After a plan is issued",
    reason: "Annex B is about drafts and ends when the plan is issued.",
};

pub(super) const PLANS_REGRADED: Reading = Reading {
    name: "What counts as re-graded",
    reason: "Annex B reports a number of plans: so a plan counts once, however many rounds it takes. It \
             counts when both separate grades are given, whatever they are, for they are one step. The \
             first grade, an agreed one and those of the Team Manager and the Panel are not that step.",
};

pub(super) const FIRST_THAT_DOES_NOT_FIT: Reading = Reading {
    name: "An event that does not fit",
    reason: "What follows it was recorded as if it did fit: a record is read up to there, and until it \
             is put right the plan is not issued on it.",
};

pub(super) const FIRST_GRADER_AGAIN: Reading = Reading {
    name: "Who gives the separate grades",
    reason: "Annex B speaks of a second Senior Case Officer, so the first is whoever graded the draft \
             before. Somebody else is worth a look and not refused: officers are away, and leave.",
};

pub(super) const NOT_ONES_OWN: Reading = Reading {
    name: "Grading a plan of one's own",
    reason: "Annex B tells the Senior Case Officer who grades from the plan writer who gets the \
             feedback. Where one person is both, nobody else has looked at the plan.",
};
