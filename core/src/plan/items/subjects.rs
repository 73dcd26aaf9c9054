//! The subjects that needs, outcomes and provision are about, as data: each with the beginnings of the words that speak
//! of it. They follow the areas of need of the SEND Code of Practice (6.28 to 6.35) and preparation for adulthood.

/// The subjects.
pub(super) const SUBJECTS: &[&[&str]] = &[
    // Understanding language.
    &[
        "understand",
        "listen",
        "instruct",
        "recepti",
        "comprehen",
        "makaton",
        "sign",
        "spoken",
        "verbal",
    ],
    // Speaking.
    &[
        "speak", "speech", "talk", "vocab", "narrat", "story", "stories", "storyt", "retell",
        "expressi", "communic", "articul", "pronou", "word", "sentence", "aac", "symbol", "say",
        "tell",
    ],
    // Playing with others and having friends.
    &[
        "friend",
        "peer",
        "play",
        "social",
        "join",
        "turn-t",
        "lonel",
        "conversat",
        "relationship",
        "partner",
    ],
    // Reading.
    &["read", "phonic", "dyslex", "comprehen", "decod", "literacy", "book", "english"],
    // Writing and recording.
    &[
        "writ",
        "handwrit",
        "spell",
        "typ",
        "keyboard",
        "laptop",
        "records",
        "recording",
        "scrib",
        "pencil",
        "dictat",
        "grammar",
        "english",
        "verb",
    ],
    // Number.
    &[
        "math", "number", "sum", "sums", "calculat", "money", "coin", "clock", "cost", "times",
        "numera", "subtract",
    ],
    // Memory.
    &["memory", "remember", "forget", "recall", "retain"],
    // Attention.
    &["attenti", "concentrat", "focus", "distract", "impuls", "adhd", "activit", "stay"],
    // Learning.
    &[
        "learn",
        "differentiat",
        "curricul",
        "overlearn",
        "repeat",
        "repetiti",
        "pace",
        "cogniti",
        "reason",
        "problem",
    ],
    // Anger and behaviour.
    &[
        "ang", "calm", "regulat", "behavi", "exit", "outburst", "meltdown", "swear", "hit",
        "suspen", "exclu", "trigger",
    ],
    // Anxiety and change.
    &["anxi", "worr", "change", "transition", "routine", "timetable", "predict", "panic"],
    // Confidence.
    &[
        "confiden",
        "esteem",
        "mood",
        "happy",
        "happier",
        "happiness",
        "resilien",
        "wellbeing",
        "feel",
        "feeling",
    ],
    // Grief and trust.
    &["grie", "bereave", "trauma", "trust", "attach", "counsel", "loss"],
    // Attendance.
    &["attend", "punctual", "truan", "ebsa"],
    // The senses.
    &["sensor", "noise", "noisy", "loud", "smell", "texture", "touch", "defender", "overwhelm"],
    // Movement and posture.
    &[
        "move",
        "fidget",
        "sit",
        "physio",
        "balance",
        "walk",
        "stair",
        "fall",
        "mobil",
        "muscle",
        "postur",
        "chair",
        "wheelchair",
        "hoist",
        "trip",
        "joint",
        "gross",
    ],
    // Hands.
    &[
        "finger", "scissor", "crayon", "hand-eye", "fasten", "button", "dress", "lace", "grip",
        "fine", "dexter", "cloth", "shoe",
    ],
    // Self-care.
    &[
        "toilet",
        "napp",
        "wet",
        "dry",
        "wash",
        "hygien",
        "contine",
        "catheter",
        "self-care",
        "groom",
    ],
    // Eating and drinking.
    &[
        "eat", "feed", "fed", "swallow", "meal", "lunch", "drink", "chew", "food", "spoon", "cup",
        "chok", "diet", "snack", "gastrost", "bottle",
    ],
    // Sleep and tiredness.
    &["sleep", "tire", "tiring", "fatigue", "exhaust", "rest", "resting"],
    // Sight.
    &["vision", "visual", "sight", "glasses", "braille", "magnif", "print", "eye", "blind"],
    // Hearing.
    &["hear", "deaf", "audio", "implant", "cochlear", "processor", "radio", "ear", "equipment"],
    // Epilepsy.
    &["epilep", "seizure", "absence", "rescue"],
    // Heart and breath.
    &["heart", "cardi", "breath", "oxygen"],
    // Diabetes.
    &["diabet", "insulin", "glucose", "sugar", "carbohydrate", "hypo"],
    // Asthma and allergy.
    &["asthma", "inhal", "allerg", "epipen", "anaphyl"],
    // Medicine.
    &["medic", "dose", "tablet", "thyro"],
    // Travel.
    &["travel", "bus", "road", "train", "journey", "route", "pavement"],
    // Work.
    &[
        "career",
        "job",
        "employ",
        "apprentic",
        "college",
        "qualificat",
        "trade",
        "workplace",
        "placement",
        "garage",
        "course",
    ],
    // Independence.
    &["independ", "cook", "shop", "budget", "household", "laundry"],
    // The community.
    &["club", "communit", "leisure", "sport"],
    // Safety.
    &["safe", "risk", "danger", "stranger", "online"],
    // The family.
    &["respite", "sibling", "holiday", "evening", "carer"],
];
