//! Single statements in two versions, by hand: the elements one by one.

use ehcp_qa_core::whole::ChangeKind::{self, Increased, Reduced, Reworded};

use crate::files::{compared, plan_of};

/// An older and a newer statement of provision, and what became of it.
const PROVISION: &[(&str, &str, ChangeKind)] = &[
    // Time and how often.
    (
        "An adult will read with Ann for 45 minutes weekly.",
        "An adult will read with Ann for 30 minutes weekly.",
        Reduced,
    ),
    ("An adult will read with Ann weekly.", "An adult will read with Ann fortnightly.", Reduced),
    ("An adult will read with Ann every day.", "An adult will read with Ann most days.", Reduced),
    (
        "An adult will read with Ann for half an hour a week.",
        "Once a week an adult will read with Ann for 30 minutes.",
        Reworded,
    ),
    (
        "An adult will read with Ann twice a week for 20 minutes.",
        "An adult will read with Ann once a week for 45 minutes.",
        Increased,
    ),
    (
        "An adult will read with Ann twice a week for 20 minutes.",
        "An adult will read with Ann once a week for 35 minutes.",
        Reduced,
    ),
    (
        "An adult will read with Ann for 3 x 10 minutes a week.",
        "An adult will read with Ann for half an hour a week, in three slots.",
        Reworded,
    ),
    (
        "An adult will read with Ann for 20 hours a year.",
        "An adult will read with Ann for 15 hours a year.",
        Reduced,
    ),
    (
        "An adult will read with Ann for 20 minutes a day.",
        "An adult will read with Ann regularly.",
        Reduced,
    ),
    (
        "An adult will read with Ann each morning and each afternoon.",
        "An adult will read with Ann twice a day.",
        Reworded,
    ),
    (
        "An adult will read with Ann every six weeks.",
        "An adult will read with Ann each half term.",
        Reworded,
    ),
    (
        "An adult will read with Ann on Mondays and Thursdays for 20 minutes.",
        "An adult will read with Ann for 20 minutes on two days a week.",
        Reworded,
    ),
    (
        "An adult will read with Ann for 20 minutes every Friday.",
        "An adult will read with Ann for 20 minutes on the first Friday of each month.",
        Reduced,
    ),
    (
        "An adult will read with Ann from 9.00 until 9.30 each day.",
        "An adult will read with Ann for 30 minutes each day.",
        Reworded,
    ),
    (
        "A carer will help Ann for two hours, three times a week.",
        "A carer will help Ann for six hours a week.",
        Reworded,
    ),
    (
        "An adult will read with Ann daily for 10 minutes.",
        "An adult will read with Ann daily for 10 minutes for one term.",
        Reduced,
    ),
    (
        "An adult will read with Ann daily for 10 minutes.",
        "Until Christmas 2026, an adult will read with Ann daily for ten minutes, and then stop.",
        Reduced,
    ),
    // Groups.
    (
        "An adult will teach Ann phonics 1:1 each day.",
        "An adult will teach Ann phonics in a group each day.",
        Reduced,
    ),
    (
        "An adult will teach Ann phonics in a group of 3.",
        "An adult will teach Ann phonics in a group of up to six.",
        Reduced,
    ),
    (
        "An adult will teach Ann phonics in a group of six.",
        "An adult will teach Ann phonics in a group of three pupils.",
        Increased,
    ),
    (
        "An adult will teach Ann phonics individually.",
        "An adult will teach Ann phonics on a one-to-one basis.",
        Reworded,
    ),
    (
        "An adult will teach Ann phonics with two other pupils.",
        "An adult will teach Ann phonics in a group of three.",
        Reworded,
    ),
    (
        "An adult will teach Ann phonics with one adult to three pupils.",
        "An adult will teach Ann phonics at a ratio of 1:6.",
        Reduced,
    ),
    (
        "Ann will have her own teaching assistant.",
        "Ann will have a teaching assistant shared with two other pupils.",
        Reduced,
    ),
    // Who.
    (
        "A speech and language therapist will teach Ann to sign.",
        "Staff will teach Ann to sign.",
        Reduced,
    ),
    (
        "A speech and language therapist will teach Ann to sign.",
        "A teaching assistant trained by a speech and language therapist will teach Ann to sign.",
        Reduced,
    ),
    (
        "A TA will teach Ann to sign.",
        "Ann will be taught to sign by a teaching assistant.",
        Reworded,
    ),
    (
        "Signing sessions will be delivered by a therapist.",
        "Signing sessions will be overseen by a therapist.",
        Reduced,
    ),
    (
        "A therapist will write a signing programme.",
        "A signing programme will be written by a therapist.",
        Reworded,
    ),
    (
        "A qualified therapist will teach Ann to sign.",
        "A therapist will teach Ann to sign.",
        Reduced,
    ),
    (
        "A TA will teach Ann to sign.",
        "A TA with training in Makaton will teach Ann to sign.",
        Increased,
    ),
    (
        "A TA trained in Makaton will teach Ann to sign.",
        "A TA who knows Makaton will teach Ann to sign.",
        Reduced,
    ),
    (
        "The SENCO will meet Ann's parents each term.",
        "The special educational needs coordinator will meet Ann's parents once a term.",
        Reworded,
    ),
    // Commitment, conditions, limits.
    ("A TA will teach Ann to sign.", "A TA may teach Ann to sign.", Reduced),
    ("A TA will teach Ann to sign.", "A TA should teach Ann to sign.", Reduced),
    ("A TA will scribe for Ann.", "A TA will scribe for Ann as required.", Reduced),
    ("A TA will scribe for Ann where possible.", "A TA will scribe for Ann.", Increased),
    (
        "If the aid fails, the council will replace it.",
        "Should the aid fail, the council will replace it.",
        Reworded,
    ),
    (
        "A TA will read with Ann for at least 20 minutes a day.",
        "A TA will read with Ann for up to 20 minutes a day.",
        Reduced,
    ),
    (
        "A TA will read with Ann for a minimum of 20 minutes a day.",
        "A TA will read with Ann for no less than 20 minutes a day.",
        Reworded,
    ),
    ("Ann will receive music therapy.", "Ann will have access to music therapy.", Reduced),
    (
        "Ann will receive music therapy.",
        "A referral for music therapy will be considered for Ann.",
        Reduced,
    ),
    // Scope and delivery.
    ("A TA will prompt Ann throughout the day.", "A TA will prompt Ann in lessons.", Reduced),
    ("A TA will prompt Ann in all lessons.", "A TA will prompt Ann in English and maths.", Reduced),
    ("A TA will prompt Ann in every lesson.", "In each lesson a TA will prompt Ann.", Reworded),
    (
        "A therapist will give Ann direct therapy each week.",
        "A therapist will give Ann's school consultation each week.",
        Reduced,
    ),
    (
        "A therapist will see Ann in person each term.",
        "A therapist will see Ann online each term.",
        Reduced,
    ),
    // Content, numbers, dates.
    (
        "Ann will have a laptop, a slope and a pencil grip.",
        "Ann will have a laptop and a slope.",
        Reduced,
    ),
    ("Ann will have a laptop and a slope.", "Ann will have a slope and a laptop.", Reworded),
    (
        "Ann will have a laptop and a slope.",
        "Ann will have a laptop, a slope and a pencil grip.",
        Increased,
    ),
    ("Two adults will help Ann to transfer.", "An adult will help Ann to transfer.", Reduced),
    (
        "Ann will have three movement breaks a day.",
        "Ann will have movement breaks each day.",
        Reduced,
    ),
    ("Ann will have 25% extra time in tests.", "Ann will have 10% extra time in tests.", Reduced),
    ("A Level 3 TA will help Ann.", "A Level 2 TA will help Ann.", Reduced),
    (
        "The council will repair the aid within two days.",
        "The council will repair the aid within five days.",
        Reduced,
    ),
    (
        "The council will fit a ramp by 1 May 2026.",
        "The council will fit a ramp by 1 September 2026.",
        Reduced,
    ),
    (
        "The council will fit a ramp by July 2026.",
        "A ramp will be fitted by the council by July 2026.",
        Reworded,
    ),
    ("The plan will be reviewed every term.", "The plan will be reviewed once a year.", Reduced),
    (
        "The plan will be reviewed termly.",
        "The plan will be reviewed three times a year.",
        Reworded,
    ),
];

/// Kinds of change that a careful reader of provision looks for, and the same said otherwise.
const KINDS: &[(&str, &str, ChangeKind)] = &[
    (
        "An adult will read with Ann for 30 minutes on four days a week.",
        "An adult will read with Ann for two hours a week.",
        Reworded,
    ),
    (
        "Ann will have an hour of signing each week.",
        "Ann will have 20 minutes of signing, twice a week.",
        Reduced,
    ),
    (
        "Ann will spend one afternoon a week at the farm.",
        "Ann will spend an hour a week at the farm.",
        Reduced,
    ),
    (
        "A teacher will see Ann for 40 minutes three times each half term.",
        "A teacher will see Ann for 40 minutes once each half term.",
        Reduced,
    ),
    (
        "A teacher will see Ann for 12 hours a year.",
        "A teacher will see Ann for two hours in each half term.",
        Reworded,
    ),
    (
        "A teacher will see Ann for six hours a year, two in each term.",
        "A teacher will see Ann for two hours each term.",
        Reworded,
    ),
    (
        "A teacher will see Ann for 45 minutes a week.",
        "A teacher will see Ann for 90 minutes a fortnight.",
        Reworded,
    ),
    ("A payment of £40 a week will be made.", "A payment of £30 a week will be made.", Reduced),
    (
        "A payment of £40 a week will be made.",
        "A payment of £160 will be made every four weeks.",
        Reworded,
    ),
    ("A carer will come seven days a week.", "A carer will come on each school day.", Reduced),
    (
        "A carer will come for an hour a day, weekends included.",
        "A carer will come for an hour a day from Monday to Friday.",
        Reduced,
    ),
    (
        "A carer will come for two hours a week, all year round.",
        "A carer will come for two hours a week in term time.",
        Reduced,
    ),
    (
        "A nurse will train five staff every September.",
        "A nurse will train staff every September.",
        Reduced,
    ),
    ("A TA will scribe for Ann in tests.", "Ann can ask for a scribe in tests.", Reduced),
    ("A TA will scribe for Ann.", "The school will aim to give Ann a scribe.", Reduced),
    ("A TA will scribe for Ann.", "Where staffing allows, a TA will scribe for Ann.", Reduced),
    (
        "The council will pay for the hoist.",
        "The council will explore how the hoist can be paid for.",
        Reduced,
    ),
    ("A TA will scribe for Ann.", "Ann's need for a scribe will be considered by a TA.", Reduced),
    (
        "A therapist will write the programme.",
        "A therapist will contribute to the programme.",
        Reduced,
    ),
    ("A TA must scribe for Ann.", "A TA will scribe for Ann.", Reworded),
    ("A named TA will greet Ann.", "A TA will greet Ann.", Reduced),
    ("A qualified teacher will teach Ann signs.", "An adult will teach Ann signs.", Reduced),
    (
        "An educational psychologist will assess Ann each year.",
        "The psychology service will assess Ann each year.",
        Reduced,
    ),
    (
        "A teaching assistant will greet Ann.",
        "A learning support assistant will greet Ann.",
        Reworded,
    ),
    (
        "A mentor will meet Ann each week until the end of Key Stage 4.",
        "A mentor will meet Ann each week until the end of the autumn term.",
        Reduced,
    ),
    (
        "A mentor will meet Ann each week.",
        "A mentor will meet Ann each week for six weeks, after which this will be reviewed.",
        Reduced,
    ),
    (
        "A mentor will meet Ann each week.",
        "A mentor will meet Ann each week until the next annual review.",
        Reduced,
    ),
    (
        "A mentor will meet Ann each week until the end of Key Stage 2.",
        "A mentor will meet Ann each week until the end of Year 6.",
        Reworded,
    ),
    (
        "A TA will sit beside Ann in every lesson and at break.",
        "A TA will sit beside Ann in every lesson.",
        Reduced,
    ),
    ("All staff will use signs with Ann.", "Key staff will use signs with Ann.", Reduced),
    (
        "A TA will sit beside Ann in all lessons.",
        "A TA will sit beside Ann in lessons where she writes.",
        Reduced,
    ),
    ("Ann will use a laptop in each lesson.", "Ann will use a laptop in every lesson.", Reworded),
    (
        "An escort will travel with Ann to and from school.",
        "An escort will travel with Ann to school.",
        Reduced,
    ),
    (
        "A therapist will treat Ann for an hour each month.",
        "A therapist will advise Ann's teacher for an hour each month.",
        Reduced,
    ),
    ("A TA will work with Ann alone.", "A TA will work with Ann and one other pupil.", Reduced),
    (
        "A TA will work with Ann, and with no other pupil.",
        "A TA will work with Ann one to one.",
        Reworded,
    ),
    (
        "Ann will be taught in a class of eight.",
        "Ann will be taught in a class of twelve.",
        Reduced,
    ),
    ("Ann will be taught in a class of eight.", "Ann will be taught in a small class.", Reduced),
    (
        "A TA will be with Ann for at least ten hours a week.",
        "A TA will be with Ann for around ten hours a week.",
        Reduced,
    ),
    (
        "A TA will read with Ann for ten minutes each day.",
        "A TA will read with Ann little and often.",
        Reduced,
    ),
    (
        "The aid will be replaced within two days.",
        "The aid will be replaced as soon as possible.",
        Reduced,
    ),
    ("Ann will be moved by two trained adults.", "Ann will be moved by trained adults.", Reduced),
    (
        "A TA will check the aid before each lesson and clean it daily.",
        "A TA will check the aid before each lesson.",
        Reduced,
    ),
    (
        "A TA will check the aid before each lesson.",
        "Before each lesson the aid will be checked by a TA.",
        Reworded,
    ),
    (
        "The teacher will give Ann a printed copy of each text.",
        "Ann will be given each text in print by the teacher.",
        Reworded,
    ),
    (
        "The aid will be replaced within 24 hours.",
        "The aid will be replaced within three working days.",
        Reduced,
    ),
    (
        "The aid will be replaced within five working days.",
        "The aid will be replaced within one week.",
        Reworded,
    ),
    (
        "Ann will have a laptop, a slope and a pencil grip.",
        "The school will see that Ann has a laptop and a slope.",
        Reduced,
    ),
    ("A TA will scribe and read for Ann.", "A TA will scribe or read for Ann.", Reduced),
    ("A mentor will meet Ann each week.", "A mentor will meet Ann each week this term.", Reduced),
    ("A therapist will teach Ann signs.", "A therapist will monitor how Ann signs.", Reduced),
    (
        "A mentor will meet Ann at 9am each morning.",
        "Each morning at 9am Ann will meet a mentor.",
        Reworded,
    ),
    (
        "A TA will support Ann at break, at lunch and on trips.",
        "A TA will support Ann at lunch and break, and on trips.",
        Reworded,
    ),
    (
        "A TA will read to Ann for 15 minutes on Monday, Wednesday and Friday.",
        "A TA will read to Ann for 15 minutes, three times a week.",
        Reworded,
    ),
    (
        "A TA will read to Ann for 15 minutes on Monday, Wednesday and Friday.",
        "A TA will read to Ann for 15 minutes on Mondays.",
        Reduced,
    ),
    (
        "A therapist will see Ann at home once a fortnight.",
        "A therapist will see Ann at the clinic once a fortnight.",
        Reduced,
    ),
    (
        "A TA will read with Ann for 20 minutes each school day.",
        "A TA will read with Ann for 100 minutes a week, as five sessions of 20 minutes.",
        Reworded,
    ),
    (
        "A TA will read with Ann for 15 minutes x 4 per week.",
        "A TA will read with Ann for an hour a week.",
        Reworded,
    ),
    (
        "A TA will read with Ann x3 weekly for 10 minutes.",
        "A TA will read with Ann for half an hour a week in three sessions.",
        Reworded,
    ),
    (
        "A TA will read with Ann for 15 minutes x 4 per week.",
        "A TA will read with Ann for 15 minutes x 3 per week.",
        Reduced,
    ),
    (
        "A nurse will visit for six hours over two visits a year.",
        "A nurse will visit twice a year for three hours.",
        Reworded,
    ),
    (
        "A nurse will visit for a weekly hour.",
        "A nurse will visit for an hour once a week.",
        Reworded,
    ),
];

/// The same for outcomes and needs.
const OTHERS: &[(&str, &str, &str, ChangeKind)] = &[
    ("E", "By July 2026 Ann will read 100 words.", "By July 2026 Ann will read 80 words.", Reduced),
    (
        "E",
        "By July 2026 Ann will read 100 words.",
        "By July 2027 Ann will read 100 words.",
        Reduced,
    ),
    ("E", "Ann will dress independently.", "Ann will dress with support from an adult.", Reduced),
    ("E", "Ann will dress without a prompt.", "Ann will dress with no prompts.", Reworded),
    (
        "E",
        "Ann will dress with no more than two prompts.",
        "Ann will need two prompts or fewer to dress.",
        Reworded,
    ),
    (
        "E",
        "Ann will line up on 8 out of 10 occasions.",
        "Ann will line up 80% of the time.",
        Reworded,
    ),
    (
        "E",
        "Ann will line up on 8 out of 10 occasions.",
        "Ann will line up on 6 of the 10 occasions.",
        Reduced,
    ),
    (
        "E",
        "By the end of Key Stage 2 Ann will cook.",
        "Ann will cook by the end of Key Stage 3.",
        Reduced,
    ),
    (
        "B",
        "Ann has significant difficulty with reading.",
        "Ann has some difficulty with reading.",
        Reduced,
    ),
    (
        "B",
        "Ann has difficulty with reading, spelling and number.",
        "Ann has difficulty with reading and number.",
        Reduced,
    ),
    ("B", "Ann finds reading hard.", "Reading is hard for Ann.", Reworded),
];

#[test]
fn each_element_is_measured() {
    let provision = PROVISION.iter().chain(KINDS).map(|(old, new, kind)| ("F", *old, *new, *kind));
    let mut differing = Vec::new();
    for (section, old, new, expected) in provision.chain(OTHERS.iter().copied()) {
        let comparison = compared(&plan_of(&[(section, old)]), &plan_of(&[(section, new)]));
        let changes = &comparison.changes;
        let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
        if kinds != [expected] {
            let reasons = changes.iter().flat_map(|change| &change.reasons);
            let reasons: Vec<&str> = reasons.map(|reason| reason.message.as_str()).collect();
            differing.push(format!("{old}\n{new}\n  {expected:?}, but {kinds:?}: {reasons:?}"));
        }
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
