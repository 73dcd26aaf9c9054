//! Weights learned from labelled examples, as a document.

use std::sync::{Arc, OnceLock};

use crate::document::bounded::{Bounded, Id, whole_number};
use crate::document::digest::sha256;
use crate::document::problem::{Problem, ProblemKind, Reader, room_problems};
use crate::document::shape::{Shape, choice, document, read};
use crate::document::{Document, Json};
use crate::framework::DocumentDigest;
use crate::law::SectionPurpose;
use crate::text::weights::{are_weights, place, weight};

/// The built-in weights as JSON text.
pub const WEIGHTS: &str = include_str!("../../../frameworks/learned.json");

/// Their digest, which the build computes.
const WEIGHTS_SHA256: &str = env!("LEARNED_SHA256");

/// The least and the greatest number of weights of a head.
const NUMBERS: [usize; 2] = [1 << 8, 1 << 16];

room_problems! {
    /// What is wrong with weights.
    pub enum WeightsProblem {
        /// The text of a head is no row of weights.
        NotWeights = "not_weights" {},
        /// The bands of a calibration are not in their order.
        BandsNotInOrder = "bands_not_in_order" {},
        /// The scores from which something is made of statements are not in their order.
        ScoresNotInOrder = "scores_not_in_order" {},
    }
}

whole_number! {
    /// A sum of weights.
    pub struct Score(i32) from -30000 to 30000;

    /// A share in thousandths.
    pub struct PerMille(u16) from 0 to 1000;
}

choice! {
    /// What is judged of a statement.
    pub enum Judgement {
        /// A statement of provision is open to interpretation (Sections F, G, H1, H2).
        ProvisionOpen = "provision_open",
        /// An outcome is not SMART (Section E).
        OutcomeNotSmart = "outcome_not_smart",
        /// A statement about needs says what is provided (Sections B, C, D).
        ProvisionInNeeds = "provision_in_needs",
    }
}

document! {
    /// Weights learned from labelled examples. `cargo xtask train` makes them.
    pub struct LearnedWeights {
        /// Their id.
        pub id: Id,
        /// Their edition.
        pub edition: String,
        /// The language of the examples, as a BCP 47 tag. Texts in others are not judged.
        pub language: String,
        /// The judgements, each at most once.
        pub heads: Bounded<LearnedHead, 16>,
    }

    /// The weights of one judgement. The score of a statement is the bias and the weights of its features, evened by
    /// their number, so that a long statement weighs no more than a short one.
    pub struct LearnedHead {
        /// What is judged.
        pub judges: Judgement,
        /// The score of a statement without features.
        pub bias: Score,
        /// The weights, a letter each from `#` to `}` without `\`, the middle one being zero. Their number is a power
        /// of two, and a feature has the weight whose place is the feature's number by that modulus.
        pub weights: String,
        /// What rules find in statements of a lower score is left out.
        pub mentioned_from: Score,
        /// Statements from this score in which a rule finds something are reported. What rules find in those of a lower
        /// score is information.
        pub confirmed_from: Score,
        /// Statements from this score are reported, whether rules find something in them or not.
        pub reported_from: Score,
        /// How often a judgement is right, by the score, measured on authors who were not learned from.
        pub calibration: Bounded<CalibrationBand, 64>,
    }

    /// A band of scores. It reaches to the next.
    pub struct CalibrationBand {
        /// Its least score; the first reaches down to any.
        pub from: Score,
        /// Of a thousand statements in it, so many are what is judged.
        pub right: PerMille,
    }
}

impl Judgement {
    /// What is judged in sections for this.
    pub(crate) fn of(purpose: SectionPurpose) -> Option<Self> {
        match purpose {
            SectionPurpose::Provision => Some(Self::ProvisionOpen),
            SectionPurpose::Outcome => Some(Self::OutcomeNotSmart),
            SectionPurpose::Need => Some(Self::ProvisionInNeeds),
            _ => None,
        }
    }

    /// The rule that reports a statement in which no other rule finds anything.
    pub(crate) const fn rule(self) -> &'static str {
        match self {
            Self::ProvisionOpen => "open-to-interpretation",
            Self::OutcomeNotSmart => "outcome-not-smart",
            Self::ProvisionInNeeds => "provision-in-needs",
        }
    }
}

/// Weights that have been checked.
#[derive(Debug)]
pub struct Weights {
    document: LearnedWeights,
    sha256: String,
}

impl Weights {
    /// The built-in weights.
    #[must_use]
    pub fn built_in() -> Arc<Self> {
        static READ: OnceLock<Arc<Weights>> = OnceLock::new();
        READ.get_or_init(|| Arc::new(Self::read_built_in())).clone()
    }

    #[expect(clippy::panic, reason = "a test reads this very text: it cannot be reached")]
    fn read_built_in() -> Self {
        let read = Document::from_json(WEIGHTS).ok();
        let Some(document) = read.map(|document| LearnedWeights::take(document.json())) else {
            panic!("the built-in weights are at fault");
        };
        Self { document, sha256: WEIGHTS_SHA256.to_owned() }
    }

    /// Reads weights from JSON text and checks all of them.
    ///
    /// # Errors
    /// Every problem found.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let document = Document::from_json(text).map_err(|problem| vec![problem])?;
        let (json, mut reader) = document.open();
        let weights = read::<LearnedWeights>(json, &mut reader);
        if weights.is_some() {
            check(json, &mut reader);
        }
        match weights {
            Some(document) if reader.is_fine() => Ok(Self { document, sha256: sha256(json, &[]) }),
            _ => Err(reader.into_problems()),
        }
    }

    /// The weights as they were given.
    #[must_use]
    pub fn document(&self) -> &LearnedWeights {
        &self.document
    }

    /// Their id and the digest of their content, as a receipt gives them.
    #[must_use]
    pub fn digest(&self) -> DocumentDigest<'_> {
        DocumentDigest { id: &self.document.id, sha256: &self.sha256 }
    }

    /// The head of a judgement, for texts in a language.
    pub(crate) fn head(&self, judgement: Judgement, language: &str) -> Option<&LearnedHead> {
        let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let is_same = primary(language) == primary(&self.document.language);
        self.document.heads.iter().find(|head| is_same && head.judges == judgement)
    }
}

impl PerMille {
    /// No share.
    pub(super) const NONE: Self = Self(0);
}

impl LearnedHead {
    /// The place of the weight of a feature.
    pub(super) fn place(&self, feature: u32) -> u32 {
        place(&self.weights, feature)
    }

    /// The weight at a place.
    pub(super) fn weight(&self, at: u32) -> i32 {
        weight(&self.weights, at)
    }

    /// Of a thousand statements with about this score, so many are what is judged.
    pub(super) fn right(&self, score: i32) -> PerMille {
        let reached = self.calibration.iter().rev().find(|band| band.from.number() <= score);
        let band = reached.or(self.calibration.first());
        band.map_or(PerMille::NONE, |band| band.right)
    }
}

/// What the shape does not say: the letters of weights, the order of bands and of scores, a head for each judgement.
fn check<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    let mut known = Vec::new();
    reader.within("heads", |reader| {
        for (index, head) in json.field("heads").list().iter().enumerate() {
            reader.within_index(index, |reader| {
                let judges = head.text_of("judges");
                if known.contains(&judges) {
                    reader.problem_in("judges", ProblemKind::Duplicate { what: "judgement" });
                }
                known.push(judges);
                let letters = head.text_of("weights");
                let [least, most] = NUMBERS;
                let is_number =
                    letters.len().is_power_of_two() && (least..=most).contains(&letters.len());
                if !is_number || !are_weights(letters) {
                    reader.problem_in("weights", WeightsProblem::NotWeights {});
                }
                let LearnedHead {
                    mentioned_from, confirmed_from, reported_from, calibration, ..
                } = LearnedHead::take(head);
                if mentioned_from > confirmed_from || confirmed_from > reported_from {
                    reader.problem_in("confirmed_from", WeightsProblem::ScoresNotInOrder {});
                }
                let is_in_order = calibration.windows(2).all(|two| match two {
                    [one, next] => one.from < next.from,
                    _ => true,
                });
                if calibration.is_empty() || !is_in_order {
                    reader.problem_in("calibration", WeightsProblem::BandsNotInOrder {});
                }
            });
        }
    });
}
