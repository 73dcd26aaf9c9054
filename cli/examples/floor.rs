//! The floor that `summarise` is measured against: each line of a file read by `serde_json` alone into types
//! like those of a record, and thrown away. Nothing is checked against a framework and nothing counted.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader};

use serde::Deserialize;

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Record {
    review: Answers,
    dates: Option<BTreeMap<String, String>>,
    regraded: Option<Regrade>,
    graded_twice: Option<Pair>,
    dimensions: Option<BTreeMap<String, String>>,
    wording: Option<BTreeMap<String, BTreeMap<String, u32>>>,
    thread: Option<BTreeMap<String, u32>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Answers {
    framework: String,
    plan: Option<Plan>,
    review: Option<Details>,
    criteria: Option<BTreeMap<String, String>>,
    sections: Option<BTreeMap<String, Section>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Plan {
    reference: Option<String>,
    stage: Option<String>,
    year_group: Option<i8>,
    age: Option<i8>,
    health_needs: Option<bool>,
    social_care_needs: Option<bool>,
    personal_budget: Option<bool>,
    home_educated: Option<bool>,
    medical_diagnosis: Option<bool>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Details {
    level: Option<u8>,
    reviewer: Option<Reviewer>,
    date: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Reviewer {
    role: Option<String>,
    id: Option<String>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Section {
    descriptors: Option<BTreeMap<String, Answer>>,
    score: Option<u8>,
    strengths: Option<String>,
    improvements: Option<String>,
    rationale: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Answer {
    Yes,
    No,
    NotApplicable,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Regrade {
    before: u8,
    after: u8,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "reading them is what is measured")]
struct Pair {
    first: u8,
    second: u8,
}

fn main() -> io::Result<()> {
    let mut records = 0;
    for path in std::env::args_os().skip(1) {
        let mut reader = BufReader::new(File::open(path)?);
        let mut line = String::new();
        while reader.read_line(&mut line)? > 0 {
            let record: Record = serde_json::from_str(&line)?;
            records += usize::from(!record.review.framework.is_empty());
            line.clear();
        }
    }
    println!("{records}");
    Ok(())
}
