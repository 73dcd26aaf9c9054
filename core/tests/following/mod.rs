//! Makes the changes that a path asks for.

use ehcp_qa_core::{Path, Review, Score, StepKind, StepValue, assess};

/// Makes the changes of a path, except for one of them.
pub(crate) fn follow(review: &Review, path: &Path<'_>, except: Option<usize>) -> Review {
    let framework = review.framework();
    let mut changed = review.clone();
    for (number, step) in path.steps.iter().enumerate() {
        if except == Some(number) {
            continue;
        }
        let mut tokens = step.at.split('/').skip(2);
        let first = tokens.next().unwrap();
        let done = match (step.kind, step.value) {
            (StepKind::Criterion, StepValue::Answer(value)) => {
                let number = framework.criterion_number(first).unwrap();
                let values = &framework.interpretation().criteria[number].values;
                let value = values.iter().position(|known| known.id == value);
                changed.set_criterion(number, Some(value.unwrap()))
            }
            (StepKind::Descriptor, StepValue::Answer("yes")) => {
                let id = tokens.nth(1).unwrap();
                let number = framework.descriptor_number(id).unwrap();
                changed.set_answer(number, framework.answer("yes"))
            }
            (StepKind::Rescore, StepValue::Score(score)) => {
                changed.set_score(framework.section_number(first).unwrap(), Some(score))
            }
            _ => panic!("{step:?}"),
        };
        done.unwrap();
    }
    changed
}

/// The worst grade still suggested for the plan.
pub(crate) fn worst(review: &Review) -> Score {
    assess(review).plan.suggested.unwrap().worst
}
