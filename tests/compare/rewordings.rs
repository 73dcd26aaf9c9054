//! The same provision in other words, and less provision in nearly the same words, by hand.

use ehcp_qa_core::whole::ChangeKind;

use crate::files::{compared, plan_of};

/// Two statements of provision that say the same to a careful reader.
const SAME: &[(&str, &str)] = &[
    // How long and how often.
    (
        "A TA will read with Ann for half an hour each day.",
        "Every day Ann has a 30-minute reading session with a TA.",
    ),
    (
        "A TA will read with Ann every other week for an hour.",
        "Once a fortnight, Ann reads with a TA for 60 minutes.",
    ),
    (
        "Ann will have speech therapy for 45 minutes per week.",
        "Speech therapy takes place weekly for Ann and lasts three quarters of an hour.",
    ),
    (
        "A TA will read with Ann for 15 minutes at 9am every day.",
        "Daily at 9am, Ann and a TA read together for a quarter of an hour.",
    ),
    (
        "A therapist will see Ann six times a year for an hour.",
        "Ann has an hour with a therapist in each half term.",
    ),
    (
        "A therapist will see Ann six times per academic year.",
        "Over the school year a therapist sees Ann on six occasions.",
    ),
    (
        "A physiotherapist will visit termly.",
        "The physiotherapist visits three times a year, once in every term.",
    ),
    ("Ann will swim for an hour and a half a week.", "Ann's swimming comes to 90 minutes weekly."),
    (
        "Ann will have a movement break every 30 minutes.",
        "Each half hour Ann takes a movement break.",
    ),
    (
        "A TA will work with Ann for 10 hours each week.",
        "Ann has two hours of a TA's time on each of the five school days.",
    ),
    (
        "A TA will work with Ann for 5 sessions of 20 minutes a week.",
        "Ann has 100 minutes of a TA's time a week: five lots of 20.",
    ),
    (
        "Ann will see a mentor on Tuesday and Thursday for 20 minutes.",
        "Twice weekly, on Tuesdays and Thursdays, a mentor sees Ann for 20 minutes.",
    ),
    (
        "Ann will have 12 hours of music therapy a year.",
        "Music therapy of one hour a month is given to Ann, 12 hours across the year.",
    ),
    (
        "Ann will have a fortnightly hour of art therapy.",
        "Every two weeks there is one hour of art therapy for Ann.",
    ),
    (
        "Ann will have 20 minutes of phonics four times each week.",
        "Four 20-minute phonics slots a week are timetabled for Ann.",
    ),
    (
        "A nurse will visit on the first Monday of each month.",
        "Monthly, on its first Monday, a nurse visits.",
    ),
    (
        "Ann's plan will be reviewed twice a year.",
        "Every six months there is a review of Ann's plan.",
    ),
    (
        "Ann will have 25 minutes of handwriting practice daily.",
        "Handwriting practice, 25 mins, Mon to Fri.",
    ),
    // Who, how many, and how qualified.
    ("A speech and language therapist will teach Ann to sign.", "Ann is taught to sign by an SLT."),
    (
        "A teaching assistant trained by the physiotherapist will help Ann stretch.",
        "A TA whom the physiotherapist has trained helps Ann to stretch.",
    ),
    ("A qualified teacher of the deaf will visit weekly.", "Weekly visits are made by a QToD."),
    ("Two adults will move Ann.", "Ann is moved by a pair of adults."),
    (
        "Ann will be taught in a group of no more than four.",
        "The group in which Ann is taught has four children at most.",
    ),
    ("A TA will work with Ann on a one-to-one basis.", "Ann has a TA to herself."),
    (
        "Ann will join a group of six led by a TA.",
        "A TA leads Ann and five other pupils in a group.",
    ),
    (
        "A TA with a Level 3 qualification will support Ann.",
        "Ann is supported by a TA qualified to Level 3.",
    ),
    (
        "An occupational therapist registered with the HCPC will assess Ann each year.",
        "Ann is assessed annually by an HCPC-registered OT.",
    ),
    (
        "Ann's class teacher will prepare her visual timetable.",
        "Ann's visual timetable is drawn up by her class teacher.",
    ),
    // Commitment, conditions and times.
    ("The school will provide a laptop.", "A laptop must be provided by the school."),
    ("The school will ensure that Ann has a laptop.", "Ann shall have a laptop."),
    (
        "If Ann has a seizure, a trained adult will call an ambulance.",
        "In the event of a seizure, an ambulance is called by a trained adult.",
    ),
    ("A TA will prompt Ann in all lessons.", "In every lesson a TA prompts Ann."),
    (
        "A TA will be with Ann throughout the school day.",
        "A TA is at Ann's side all day at school.",
    ),
    ("A TA will sit with Ann at lunchtime.", "At lunch Ann sits with a TA."),
    (
        "A TA will supervise Ann in the playground at break.",
        "At breaktime in the playground, Ann is supervised by a TA.",
    ),
    (
        "The council will repair the hoist within five working days.",
        "Within one working week the hoist is mended by the council.",
    ),
    ("A ramp will be fitted by 1 September 2026.", "By 01/09/2026 the council fits a ramp."),
    (
        "An escort will travel with Ann to and from school each day.",
        "Each day Ann has an escort on both journeys, there and back.",
    ),
    ("Ann will have a quiet place to work.", "A quiet workspace is kept for Ann."),
    (
        "Ann will have 25% extra time in tests.",
        "In tests Ann's time is a quarter more than that of others.",
    ),
    (
        "A radio aid, a microphone and a charger will be supplied to Ann.",
        "Ann is given a microphone, a charger and a radio aid.",
    ),
    (
        "Staff will use short sentences, wait ten seconds and check that Ann has understood.",
        "With Ann, staff keep sentences short, allow ten seconds and make sure of her understanding.",
    ),
    (
        "Ann will be given worksheets in 24 point print on yellow paper.",
        "On yellow paper, in a 24 point font, worksheets are printed for Ann.",
    ),
    (
        "A TA will record what Ann eats each day and send this home.",
        "What Ann eats is noted daily by a TA, and the note goes home.",
    ),
    (
        "Ann will have a seat near the front, away from the window.",
        "Away from the window and close to the front is where Ann is seated.",
    ),
    (
        "A TA will collect Ann from the taxi at 8.45 and bring her to class.",
        "At 8.45 Ann is met at her taxi by a TA, who takes her to class.",
    ),
    // Further ways to say the same.
    (
        "Ann will have 1:1 teaching of phonics for 20 minutes a day.",
        "Phonics is taught to Ann on her own, 20 minutes daily.",
    ),
    (
        "A TA will support Ann for 25 hours a week, of which five are at lunch.",
        "Ann has a TA for 25 hours weekly, and five of those hours are at lunch.",
    ),
    ("Ann will be seen by a dietitian once every three months.", "A dietitian sees Ann quarterly."),
    (
        "Ann will work on her targets for 40 minutes over the week.",
        "Each week 40 minutes go to Ann's targets.",
    ),
    (
        "Ann will have 30 minutes with a counsellor on alternate Fridays.",
        "Every second Friday Ann has half an hour with a counsellor.",
    ),
    (
        "Ann will have 3 hours of tuition on each school day.",
        "Fifteen hours of tuition are given to Ann in each school week, three a day.",
    ),
    (
        "An hour of occupational therapy will be provided to Ann per half term.",
        "Occupational therapy: one hour every half term.",
    ),
    (
        "A TA will meet Ann's mother on the last Friday of every month.",
        "Once a month, on its last Friday, Ann's mother is met by a TA.",
    ),
    (
        "Ann will have a maximum of five pupils in her class.",
        "No more than five pupils are in Ann's class.",
    ),
    (
        "At least two members of staff will be trained in Makaton.",
        "A minimum of two staff members are to be trained in Makaton.",
    ),
    (
        "A senior teacher will check the programme at least once a term.",
        "Not less than termly, a check of the programme is made by a senior teacher.",
    ),
    (
        "The SENCO will write to Ann's parents within ten school days of each review.",
        "Ann's parents are written to by the SENCO no later than ten school days after each review.",
    ),
    (
        "The physiotherapist will show the TA how to do the stretches.",
        "How the stretches are done is shown to the TA by the physiotherapist.",
    ),
    (
        "Ann will be taught by a teacher who has a qualification in dyslexia.",
        "A teacher with a dyslexia qualification teaches Ann.",
    ),
    (
        "Ann will have a personal budget of £50 per week for a personal assistant.",
        "A weekly personal budget of £50 pays for Ann's personal assistant.",
    ),
    (
        "A TA will be within arm's reach of Ann on stairs.",
        "On stairs, Ann always has a TA within arm's reach.",
    ),
    (
        "Staff will give Ann one instruction at a time.",
        "Instructions are given to Ann one by one by staff.",
    ),
    (
        "All staff who teach Ann will read her profile before they begin.",
        "Before they begin, everyone who teaches Ann reads her profile.",
    ),
    (
        "Ann will have enlarged texts in all subjects.",
        "In each subject texts are enlarged for Ann.",
    ),
    (
        "Ann will not be left without an adult outside.",
        "Outside, an adult is with Ann at all times.",
    ),
    (
        "A carer will stay overnight on Fridays and Saturdays.",
        "Every Friday and Saturday night a carer stays.",
    ),
    // Shares, rates within an hour, and roles that change their place.
    (
        "A physiotherapist will see Ann for an hour every half term.",
        "Ann has an hour with a physiotherapist six times each school year.",
    ),
    (
        "Ann will have a break of five minutes every 20 minutes.",
        "A five-minute break is built in for Ann three times an hour.",
    ),
    (
        "A TA will sign to Ann on four days out of five.",
        "On four of every five days a TA will sign to Ann.",
    ),
    (
        "A report will be written within two weeks of each visit.",
        "A report will be written within a fortnight of each visit.",
    ),
    (
        "The specialist teacher will train all staff for one day each term.",
        "All staff will have a day of training each term from the specialist teacher.",
    ),
    (
        "Ann will have sessions of 40 minutes twice a week.",
        "Ann will have two sessions a week, each of 40 minutes.",
    ),
    (
        "Ann will be taught in a class of no more than ten.",
        "In a class of at most ten, Ann will be taught.",
    ),
    (
        "The group will have four children and meet on Wednesdays.",
        "On Wednesdays four children will meet as a group.",
    ),
    (
        "Ann and her father will meet an adviser each term.",
        "Once a term an adviser will meet Ann and her father.",
    ),
];

/// An older statement, and a newer one by which Ann has less.
const LESS: &[(&str, &str)] = &[
    (
        "A TA will read with Ann for 20 minutes each day.",
        "Ann will be heard reading by a TA for 20 minutes on four days a week.",
    ),
    (
        "Ann will have an hour of physiotherapy weekly.",
        "Physiotherapy will be given to Ann in eight weekly sessions of one hour.",
    ),
    (
        "A TA will work with Ann for 15 hours each week.",
        "Up to 15 hours a week of a TA's time will be given to Ann.",
    ),
    (
        "A therapist will see Ann for one hour each month.",
        "Once a month a therapist will see Ann for an hour, including travel and writing up.",
    ),
    (
        "A speech and language therapist will run the group.",
        "The group is run by a TA under the guidance of a speech and language therapist.",
    ),
    (
        "A specialist teacher will teach Ann to read.",
        "Ann will be taught to read by her class teacher.",
    ),
    (
        "A qualified counsellor will see Ann weekly.",
        "A counsellor in training will see Ann weekly.",
    ),
    ("A TA will work with Ann individually.", "A TA will work with Ann and two friends."),
    (
        "Ann will be taught in a group of up to four.",
        "Ann will be taught in a group of up to eight.",
    ),
    ("A TA will support Ann in every lesson.", "A TA will support Ann in her core subjects."),
    ("A TA will support Ann at break and lunch.", "A TA will support Ann at lunch."),
    ("Ann will have a laptop and dictation software.", "Ann will have a laptop."),
    ("Ann will have a laptop of her own.", "Ann will have the use of a shared laptop."),
    (
        "The school will train all staff who work with Ann.",
        "The school will train some of the staff who work with Ann.",
    ),
    (
        "The nurse will train staff each September and each January.",
        "The nurse will train staff each September.",
    ),
    (
        "A TA will greet Ann at the gate and stay until she is calm.",
        "A TA will greet Ann at the gate.",
    ),
    (
        "The council will replace the aid within two days.",
        "The council will replace the aid promptly.",
    ),
    (
        "A TA will scribe for Ann in all tests.",
        "A TA will scribe for Ann in tests where this is her normal way of working.",
    ),
    (
        "A physiotherapist will treat Ann in school.",
        "A physiotherapist will provide school with a programme for Ann.",
    ),
    ("A carer will come every day, at weekends too.", "A carer will come every weekday."),
    (
        "An educational psychologist will meet staff each term.",
        "An educational psychologist will be available to staff each term.",
    ),
    (
        "The therapist will write to Ann's parents after each visit.",
        "The therapist will write to Ann's parents once a year.",
    ),
    ("A TA will work with Ann until the end of Year 9.", "A TA will work with Ann until Easter."),
    (
        "Ann will swim each week with a trained adult in the water.",
        "Ann will swim each week with an adult at the poolside.",
    ),
    (
        "Ann's exercises will be done daily by a TA.",
        "Ann's exercises will be done daily by her mother.",
    ),
    (
        "Ann will have hydrotherapy, rebound therapy and riding.",
        "Ann will have hydrotherapy and riding.",
    ),
    (
        "The school will employ an extra TA for Ann.",
        "The school will use its existing TAs for Ann.",
    ),
    ("Ann will have a named key worker.", "Ann will have a key worker."),
    (
        "The key worker will phone home each Friday.",
        "The key worker will phone home when there is something to tell.",
    ),
    ("Ann will have her own room for calming down.", "Ann will have somewhere for calming down."),
    ("A taxi and an escort will bring Ann to school.", "A taxi will bring Ann to school."),
    // Further ways to give less.
    ("A TA will read with Ann for 30 minutes each day.", "A TA will read with Ann for 30 minutes."),
    ("A TA will read with Ann for 30 minutes each day.", "A TA will read with Ann each day."),
    (
        "A TA will read with Ann three times a week.",
        "A TA will read with Ann two or three times a week.",
    ),
    (
        "Ann will have speech therapy for an hour a week.",
        "Ann's speech therapy of an hour a week will be shared between two pupils.",
    ),
    (
        "A therapist will see Ann weekly in term time and in the holidays.",
        "A therapist will see Ann weekly in term time.",
    ),
    ("The nurse will be in school every day.", "The nurse will be on call every day."),
    ("Ann will have a laptop for home and school.", "Ann will have a laptop for school."),
    (
        "Staff will be trained by the nurse, and again each year.",
        "Staff will be trained by the nurse.",
    ),
    ("A TA will write down Ann's answers.", "A TA will help Ann to write down her answers."),
    (
        "Ann will receive 20 hours of support a week from a TA.",
        "Ann will receive 20 hours of support a week, which may be from a TA.",
    ),
    (
        "Ann will receive 20 hours of support a week from a TA.",
        "Ann will benefit from a classroom with 20 hours of TA time a week.",
    ),
    (
        "A psychologist will see Ann before Christmas.",
        "A psychologist will see Ann before the summer.",
    ),
    ("The council will fund the lift.", "The council will contribute to the lift."),
    ("The therapist will train three TAs.", "The therapist will train one TA."),
    ("A TA will stay with Ann until her mother comes.", "A TA will stay with Ann until 3.30."),
    (
        "Ann's hearing aids will be checked and cleaned daily.",
        "Ann's hearing aids will be checked daily.",
    ),
    // Who takes part, when it begins, how near, and what stands for an amount.
    (
        "Ann will have 48 nights of short breaks a year.",
        "Ann will have four nights of short breaks a month in term time.",
    ),
    (
        "A TA will send a written note home after each session.",
        "A TA will send a written note home at the end of each term.",
    ),
    (
        "Ann's key worker will meet Ann and her parents each term.",
        "Ann's key worker will meet her parents each term.",
    ),
    (
        "Ann's passport will be rewritten with her by a tutor.",
        "Ann's passport will be rewritten by a tutor.",
    ),
    (
        "A TA will be with Ann from the first day of term.",
        "A TA will be with Ann once staff have been recruited.",
    ),
    ("A TA will prompt Ann in every lesson.", "A TA will prompt Ann in every core lesson."),
    ("A psychologist will see Ann weekly.", "A mental health practitioner will see Ann weekly."),
    (
        "A nurse will train four staff and sign off their competence.",
        "A nurse will train four staff.",
    ),
    ("A TA will sit beside Ann in assembly.", "A TA will be in assembly."),
    (
        "Ann will learn in a room with less than 45 dB of background noise.",
        "Ann will learn in a quiet room.",
    ),
    ("A nurse will visit at home and supply pads free of charge.", "A nurse will visit at home."),
];

#[test]
fn the_same_in_other_words_is_no_reduction_and_less_is() {
    let mut differing = Vec::new();
    let same = SAME.iter().map(|(old, new)| (*old, *new, false));
    for (old, new, is_less) in same.chain(LESS.iter().map(|(old, new)| (*old, *new, true))) {
        let comparison = compared(&plan_of(&[("F", old)]), &plan_of(&[("F", new)]));
        let changes = &comparison.changes;
        let kinds: Vec<ChangeKind> = changes.iter().map(|change| change.kind).collect();
        let found =
            kinds.iter().any(|kind| matches!(kind, ChangeKind::Reduced | ChangeKind::Removed));
        if found != is_less {
            let reasons = changes.iter().flat_map(|change| &change.reasons);
            let reasons: Vec<&str> = reasons.map(|reason| reason.message.as_str()).collect();
            differing.push(format!("{old}\n{new}\n  less: {is_less}, but {kinds:?}: {reasons:?}"));
        }
    }
    assert!(differing.is_empty(), "{} differ:\n{}", differing.len(), differing.join("\n"));
}
