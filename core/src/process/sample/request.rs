//! Reads what is to be drawn, with every problem reported.

use super::document::{MOST_PLANS, SampleMode, SamplePlan, SampleRequest};
use super::draw::{Draw, DrawMode, GroupNo};
use crate::document::problem::{Problem, ProblemKind, Reader, room_problems};
use crate::document::shape::{self, Names, Shape};
use crate::document::table::Number as _;
use crate::document::{Json, List, MOST_REFERENCE, within_length};
use crate::framework::{
    Framework, FrameworkProblem, SamplePhase, SamplingReading, Share, is_share, phase_of,
};

room_problems! {
    /// What is wrong with a request for a sample.
    pub enum SampleProblem {
        /// A phase of education that does not have the year group.
        PhaseDiffers = "phase_differs" {},
    }
}

impl Draw {
    /// Reads a request from JSON text and checks it against a framework.
    ///
    /// ```
    /// use ehcp_qa_core::{Framework, sample::Draw};
    ///
    /// let request = r#"{"purpose": "strategic", "period": "2024-autumn", "mode": "rate", "plans": []}"#;
    /// let problems = Draw::from_json(&Framework::built_in(), request).unwrap_err();
    /// assert_eq!(problems[0].to_string(), "/rate: This field is required.");
    /// ```
    ///
    /// # Errors
    /// Every problem found. No value of the text is repeated.
    pub fn from_json(framework: &Framework, text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json(text, |json, request, reader| {
            check(framework.sampling(), json, request, reader)
        })
        .map_err(|problems| framework.reworded(problems))
    }
}

impl SamplePlan {
    /// Reads one plan from JSON text, to be added to a [`Sampling`](super::Sampling), which checks whether it
    /// fits.
    ///
    /// ```
    /// use ehcp_qa_core::sample::SamplePlan;
    ///
    /// let plan = SamplePlan::from_json(r#"{"reference": "P-0417", "phase": "post_16"}"#).unwrap();
    /// assert_eq!(plan.phase.as_deref(), Some("post_16"));
    /// ```
    ///
    /// # Errors
    /// Every problem with its shape.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        shape::from_json::<Self, _>(text, |_, plan, _| plan)
    }
}

/// Checks what a request asks for. Problems of shape are noted already.
fn check<'a>(
    sampling: Option<&SamplingReading>,
    json: Json<'a>,
    request: Option<SampleRequest>,
    reader: &mut Reader<'a>,
) -> Option<Draw> {
    // A framework without a reading has no purposes.
    let (phases, key, purpose) = match sampling {
        Some(reading) => {
            let mut purposes = reading.purposes.iter();
            let purpose = purposes.find(|purpose| purpose.id == json.text_of("purpose")).cloned();
            (reading.phases.clone(), Some(reading.key), purpose)
        }
        None => (Vec::new(), None, None),
    };
    if let (None, Json::Text(given)) = (&purpose, json.field("purpose")) {
        let known = sampling.iter().flat_map(|reading| reading.purposes.iter());
        let mut known = known.map(|purpose| purpose.id.as_str());
        reader.unknown_word("purpose", given, "purpose", &mut known);
    }
    let printed = purpose.as_ref().and_then(|purpose| purpose.rate.as_ref());
    let mode = match SampleMode::from_word(json.text_of("mode")) {
        Some(SampleMode::Rate) => {
            check_rate(json, printed.is_some() || purpose.is_none(), reader);
            let rate = request.as_ref().and_then(|request| request.rate.as_ref());
            rate.or(printed).cloned().map(DrawMode::Rate)
        }
        Some(SampleMode::Quota) => {
            check_quota(json, reader);
            let quota = request.as_ref().and_then(|request| request.quota);
            quota.map(|quota| DrawMode::Quota(quota.number()))
        }
        None => None,
    };
    let by_phase = purpose.as_ref().is_some_and(|purpose| purpose.by_phase);
    let plans = json.field("plans").list();
    // More plans than are read are one problem, whatever is in them.
    if plans.len() <= MOST_PLANS && key.is_some() {
        reader.within("plans", |reader| check_plans(plans, &phases, by_phase, reader));
    }
    let (request, published) = (request?, key?);
    let key = request.key.unwrap_or(published);
    Some(Draw { request, purpose: purpose?, phases, key, published, mode: mode? })
}

fn check_rate<'a>(json: Json<'a>, has_printed: bool, reader: &mut Reader<'a>) {
    let rate = json.field("rate");
    if rate.is_null() {
        if !has_printed {
            reader.problem_in("rate", ProblemKind::Missing {});
        }
    } else if has_shape::<Share>(rate) && !is_share(rate) {
        reader.problem_in("rate", FrameworkProblem::NotAShare {});
    }
    if !json.field("quota").is_null() {
        reader.problem_in("quota", ProblemKind::UnknownField {});
    }
}

fn check_quota<'a>(json: Json<'a>, reader: &mut Reader<'a>) {
    if json.field("quota").is_null() {
        reader.problem_in("quota", ProblemKind::Missing {});
    }
    if !json.field("rate").is_null() {
        reader.problem_in("rate", ProblemKind::UnknownField {});
    }
}

fn check_plans<'a>(
    plans: List<'a>,
    phases: &[SamplePhase],
    by_phase: bool,
    reader: &mut Reader<'a>,
) {
    let mut seen = Names::default();
    for (index, json) in plans.iter().enumerate() {
        reader.within_index(index, |reader| {
            if has_shape::<SamplePlan>(json)
                && let Err(problems) = fit(phases, by_phase, &SamplePlan::take(json))
            {
                for (field, kind) in problems {
                    reader.problem_in(field, kind);
                }
            }
            let reference = json.text_of("reference");
            // A plan that stood twice would be counted twice.
            if !reference.is_empty() && !seen.insert(reference) {
                reader.problem_in("reference", ProblemKind::Duplicate { what: "plan" });
            }
        });
    }
}

fn has_shape<T: Shape>(json: Json) -> bool {
    let mut reader = Reader::default();
    shape::check(json, T::KIND, &mut reader);
    reader.is_fine()
}

/// The group that a plan is drawn from.
pub(super) fn group_of(
    phases: &[SamplePhase],
    by_phase: bool,
    plan: &SamplePlan,
) -> Result<GroupNo, Vec<Problem>> {
    fit(phases, by_phase, plan).map_err(|problems| {
        let problem = |(field, kind)| Problem { pointer: ["/", field].concat(), kind };
        problems.into_iter().map(problem).collect()
    })
}

fn fit(
    phases: &[SamplePhase],
    by_phase: bool,
    plan: &SamplePlan,
) -> Result<GroupNo, Vec<(&'static str, ProblemKind)>> {
    let mut problems = Vec::new();
    if plan.reference.is_empty() {
        problems.push(("reference", ProblemKind::Missing {}));
    } else if let Err(kind) = within_length(&plan.reference, MOST_REFERENCE) {
        problems.push(("reference", kind));
    }
    let by_year = plan.year_group.and_then(|year| phase_of(phases, year));
    let named = plan.phase.as_ref();
    let by_name = named.and_then(|id| phases.iter().find(|phase| phase.id == *id));
    let phase = by_name.or(by_year);
    if named.is_some() && by_name.is_none() {
        problems.push(("phase", ProblemKind::UnknownId { what: "phase" }));
    } else if by_name.is_some() && by_year.is_some() && by_name != by_year {
        problems.push(("phase", SampleProblem::PhaseDiffers {}.into()));
    } else if by_phase && phase.is_none() {
        problems.push(("phase", ProblemKind::Missing {}));
    }
    // Each phase has a group, or all plans have one.
    let number = phases.iter().position(|known| by_phase && Some(known) == phase);
    if problems.is_empty() { Ok(GroupNo::at(number.unwrap_or(0))) } else { Err(problems) }
}
