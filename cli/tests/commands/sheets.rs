//! Spreadsheets in and out: CSV written by hand, and workbooks written by one library and read by another.

use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;

use calamine::{Data, DataType as _, Reader as _, Xlsx, open_workbook_from_rs};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use serde_json::{Value, json};

use crate::{Ran, command, json, run, run_on};

/// A folder that is empty when a test begins.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("ehcp-qa-sheets-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn import(sheet: &[u8], arguments: &[&str]) -> Ran {
    run_on(&[&["import", "-"], arguments].concat(), sheet, &[])
}

fn records(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(json).collect()
}

/// The bytes that a command prints.
fn bytes(arguments: &[&str], input: &[u8]) -> Vec<u8> {
    let mut child = command(arguments).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn opened(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    open_workbook_from_rs(Cursor::new(bytes)).unwrap()
}

const TERM: &str = "Autumn term,,,,,\r\n\
    ,,,,,\r\n\
    Ref,Overall grade,Date of QA,NC year,Main need,Section F comments\r\n\
    P-1,Good,6/11/2023,9,SLCN,\"Two\r\nlines\"\r\n\
    P-2,RI,07/11/2023,Reception,\"Speech, language\",\r\n\
    \r\n\
    P-3,4,2023-11-08,Y10,,x\r\n";

#[test]
fn csv_is_read_without_a_map() {
    let ran = import(TERM.as_bytes(), &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let review = |reference: &str, date: &str, year: i8, score: u8| {
        json!({
            "framework": "shropshire-2023", "plan": {"reference": reference, "year_group": year},
            "review": {"date": date}, "sections": {"overall": {"score": score}},
        })
    };
    assert_eq!(
        records(&ran),
        [
            json!({"review": review("P-1", "2023-11-06", 9, 2), "dimensions": {"need": "slcn"}}),
            json!({"review": review("P-2", "2023-11-07", 0, 3), "dimensions": {"need": "speech-language"}}),
            json!({"review": review("P-3", "2023-11-08", 10, 4)}),
        ]
    );
    let shown = crate::words(&ran.err);
    assert_eq!(shown[0], "column heading field first second third");
    assert_eq!(shown[2], "B Overall grade /review/sections/overall/score 2 3 4");
    assert_eq!(shown[4], "D NC year /review/plan/year_group 9 0 10");
    assert_eq!(shown[6], "F Section F comments not read");
    let counted = run_on(&["summarise", "--partial"], ran.out.as_bytes(), &[]);
    assert_eq!(json(&counted.out)["all"]["scores"]["good"], 1);
}

#[test]
fn a_cell_that_is_not_read_is_reported_by_row_and_column() {
    // Below the cell of two lines a spreadsheet counts rows, not lines.
    let term = TERM.replace("P-3,4,2023-11-08", "P-3,Godo,31/11/2023");
    let ran = import(term.as_bytes(), &[]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(records(&ran).len(), 2);
    let errors: Vec<&str> = ran.err.lines().filter(|line| line.contains("error")).collect();
    assert_eq!(
        errors,
        [
            "<stdin>: row 7, column B: error: /review/sections/overall/score: This is not read. The nearest that is \
         read: 2 Good. [near_cell]",
            "<stdin>: row 7, column C: error: /review/review/date: This is not read. It must be a date such as \
         6/11/2023, the day first, or YYYY-MM-DD. [unread_cell]",
            "error: 1 of 3 rows could not be used.",
        ]
    );
    assert!(!ran.err.contains("Godo"));
}

#[test]
fn csv_as_excel_saves_it_is_read() {
    for text in ["Overall grade;Need\nGood;Café\n", "Overall grade\tNeed\nGood\tCafé\n"] {
        let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let wide: Vec<u8> =
            [0xfeff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let marked = ["\u{feff}", text].concat().into_bytes();
        for bytes in [text.as_bytes().to_vec(), latin, wide, marked] {
            let ran = import(&bytes, &[]);
            // A letter with an accent is in no id: the map must give the value a name.
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
            assert!(ran.err.contains("row 2, column B: error: /dimensions/need"), "{}", ran.err);
        }
    }
    let ran = import(b"Name,Colour\nJo Smith,Green\n", &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
    assert!(ran.err.contains("[no_headings]") && !ran.err.contains("Smith"), "{}", ran.err);
    let ran = import(b"Overall grade\n,\n", &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(ran.err.contains("no rows"), "{}", ran.err);
}

#[test]
fn a_proposed_map_is_corrected_by_a_person_and_kept() {
    let folder = folder("propose");
    let (sheet, map) = (folder.join("term.csv"), folder.join("map.json"));
    let (sheet, map) = (sheet.to_str().unwrap(), map.to_str().unwrap());
    std::fs::write(sheet, "RAG rating,Colour,Requested\nGreen,x,1/9/2023\nAmber,y,tbc\n").unwrap();
    let ran = run(&["import", sheet, "--propose", map]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(
        crate::words(&ran.out)
            .contains(&"A RAG rating /review/sections/overall/score ? ?".to_owned()),
        "{}",
        ran.out
    );
    let proposed = std::fs::read_to_string(map).unwrap();
    assert_eq!(
        json(&proposed),
        json!({
            "framework": "shropshire-2023",
            "columns": [
                {"heading": "RAG rating", "field": "/review/sections/overall/score"},
                {"heading": "Colour"},
                {"heading": "Requested"},
            ],
        })
    );
    assert_eq!(run(&["validate", map]).code, Some(0));
    // What was corrected is not written over.
    let again = run(&["import", sheet, "--propose", map]);
    assert_eq!(again.code, Some(2));
    assert!(again.err.contains("[unwritable]"), "{}", again.err);
    let words =
        r#""words": [{"written": "green", "means": "Good"}, {"written": "Amber", "means": "3"}]"#;
    let corrected =
        proposed.replace("overall/score\"", &["overall/score\", ", words].concat()).replace(
            "\"Requested\"",
            concat!(
                r#""Requested", "field": "/dates/received", "#,
                r#""words": [{"written": "TBC", "means": ""}]"#,
            ),
        );
    std::fs::write(map, corrected).unwrap();
    let ran = run(&["import", sheet, "--map", map]);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let scores: Vec<Value> = records(&ran)
        .iter()
        .map(|record| record["review"]["sections"]["overall"]["score"].clone())
        .collect();
    assert_eq!(scores, [2, 3]);
    assert_eq!(records(&ran)[0]["dates"], json!({"received": "2023-09-01"}));
    std::fs::write(map, r#"{"columns": [{"heading": "x", "field": "/review/sections/Z/score"}]}"#)
        .unwrap();
    let ran = run(&["import", sheet, "--map", map]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("map.json:1:40: error: /columns/0/field: "), "{}", ran.err);
}

fn sheet(name: &str) -> Worksheet {
    let mut sheet = Worksheet::new();
    sheet.set_name(name).unwrap();
    sheet
}

/// A workbook with a note on its first sheet, and plans on its second.
fn workbook() -> Vec<u8> {
    let mut notes = sheet("Notes");
    notes.write(0, 0, "Overall grade").unwrap();
    let mut plans = sheet("Autumn term");
    for (column, heading) in
        (0..).zip(["Overall score", "Issued", "Date requested", "Health needs", "A1"])
    {
        plans.write(2, column, heading).unwrap();
    }
    let date = Format::new().set_num_format("dd/mm/yyyy");
    plans.write(3, 0, 2).unwrap();
    plans.write_with_format(3, 1, ExcelDateTime::from_ymd(2023, 11, 6).unwrap(), &date).unwrap();
    // 19 June 2023 as a number without a format.
    plans.write(3, 2, 45_096).unwrap();
    plans.write(3, 3, true).unwrap();
    plans.write(3, 4, "yes").unwrap();
    plans.write(5, 0, 2.5).unwrap();
    plans.write_with_format(5, 3, ExcelDateTime::from_ymd(2023, 2, 1).unwrap(), &date).unwrap();
    plans.write_formula(5, 4, Formula::new("=NA()").set_result("#N/A")).unwrap();
    // A cell far away costs nothing.
    plans.write(1_048_575, 1, "-").unwrap();
    let mut book = Workbook::new();
    book.push_worksheet(notes);
    book.push_worksheet(plans);
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_by_sheet() {
    let ran = import(&workbook(), &["--sheet", "autumn TERM"]);
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        records(&ran),
        [json!({
            "review": {
                "framework": "shropshire-2023", "plan": {"health_needs": true},
                "sections": {"A": {"descriptors": {"A1": "yes"}}, "overall": {"score": 2}},
            },
            "dates": {"received": "2023-06-19", "issued": "2023-11-06"},
        })]
    );
    let errors: Vec<&str> = ran.err.lines().filter(|line| line.contains("error:")).collect();
    let places: Vec<&str> = errors.iter().filter_map(|line| line.split(": error").next()).collect();
    assert_eq!(
        places[..3],
        [
            "<stdin>: sheet Autumn term, row 6, column A",
            "<stdin>: sheet Autumn term, row 6, column D",
            "<stdin>: sheet Autumn term, row 6, column E",
        ],
        "{}",
        ran.err
    );
    assert_eq!(errors[3], "error: 1 of 2 rows could not be used.");
    // The first sheet is taken where none is named; it has headings and no rows.
    assert_eq!(import(&workbook(), &[]).code, Some(0));
    let ran = import(&workbook(), &["--sheet", "Spring"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("There are: Notes, Autumn term. [no_such_sheet]"), "{}", ran.err);
    let ran = import(b"PK\x03\x04 nothing", &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("[not_a_workbook]"), "{}", ran.err);
    assert_eq!(import(b"Overall grade\n2\n", &["--sheet", "Autumn"]).code, Some(3));
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let mut packed = zip::ZipWriter::new(Cursor::new(Vec::new()));
    packed.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..201 {
        packed.write_all(&zeros).unwrap();
    }
    let bytes = packed.finish().unwrap().into_inner();
    assert!(bytes.len() < 1_000_000);
    let ran = import(&bytes, &[]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.err.contains("[sheet_too_large]"), "{}", ran.err);
}

#[test]
fn the_empty_sheet_is_imported_without_a_map() {
    let empty = bytes(&["template"], b"");
    let mut archive = zip::ZipArchive::new(Cursor::new(empty.clone())).unwrap();
    let mut xml = String::new();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut xml).unwrap();
    // A list for the stage, the year group, five flags, phase, level, 13 scores, 48 descriptors, 10 criteria, two
    // decisions, the exception, and the grades of a second grading.
    assert_eq!(
        xml.matches("<dataValidation ").count(),
        1 + 1 + 5 + 1 + 1 + 13 + 48 + 10 + 2 + 1 + 4
    );
    assert_eq!(bytes(&["template"], b""), empty);
    let ran = import(&empty, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{}", ran.err);
    // Filled in with the last choice of each list.
    let mut book = opened(empty);
    let plans = book.worksheet_range("Plans").unwrap();
    let headings: Vec<String> =
        plans.rows().next().unwrap().iter().map(ToString::to_string).collect();
    let mut filled = sheet("Plans");
    for (column, heading) in (0..).zip(&headings) {
        filled.write(0, column, heading.as_str()).unwrap();
    }
    let mut put = |heading: &str, value: &str| {
        let column = headings.iter().position(|known| known == heading).unwrap();
        filled.write(1, u16::try_from(column).unwrap(), value).unwrap();
    };
    put("Stage", "Proposed amended plan");
    put("Year group", "Beyond Year 14");
    put("Section F: Special educational provision", "3 Requires improvement");
    put("F3", "No");
    put("Overall quality of the EHCP", "2 Good");
    put("Primary need", "SEMH");
    put("Request received", "1/9/2023");
    put("Exception claimed", "Closed school");
    put("First grade", "2 Good");
    put("Second grade", "3 Requires improvement");
    let mut written = Workbook::new();
    written.push_worksheet(filled);
    let ran = import(&written.save_to_buffer().unwrap(), &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert_eq!(
        records(&ran),
        [json!({
            "review": {
                "framework": "shropshire-2023", "plan": {"stage": "proposed_amended", "year_group": 15},
                "sections": {"F": {"descriptors": {"F3": "no"}, "score": 3}, "overall": {"score": 2}},
            },
            "dates": {"received": "2023-09-01", "exception": "closed_school"},
            "graded_twice": {"first": 2, "second": 3},
            "dimensions": {"need": "semh"},
        })]
    );
}

#[test]
fn an_extract_of_the_sen2_return_gives_timeliness() {
    let extract = "UPN,ReceivedDate,RequestOutcomeDate,AssessmentOutcomeDate,StartDate,SENSetting\n\
        A1,2023-06-19,2023-07-31,2023-10-09,2023-11-06,Mainstream\n\
        A2,19/06/2023,31/07/2023,,,\n";
    let ran = import(extract.as_bytes(), &["--map", "sen2"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(!ran.out.contains("A1"), "a child's number is no part of a record");
    let ran = run_on(&["summarise", "--partial"], ran.out.as_bytes(), &[]);
    let summary = json(&ran.out);
    // From 19 June to 6 November 2023 are 140 days, which is 20 weeks.
    assert_eq!(summary["timeliness"]["no_exception"]["within_20_weeks"], 1);
    assert_eq!(summary["timeliness"]["no_exception"]["days"], 140);
    assert_eq!(summary["dimensions"]["setting"]["mainstream"]["plans"], 1);
}

#[test]
fn a_row_of_the_feedback_form_is_appended_to_a_spreadsheet() {
    let review = r#"{"framework": "shropshire-2023", "plan": {"stage": "draft"},
        "sections": {"overall": {"score": 2}}}"#;
    let ran = run_on(&["row", "--header", "-"], review.as_bytes(), &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines,
        [
            "NAME,Synergy,Type of plan,Casework Officer,Casework Officer: Date,Moderating Officer,Moderating Officer: \
         Date,Overall QA RAG rating,RAG Rating,Level of Resource – Case Officer,Suggested Funding Level – Case \
         Officer,16 weeks,20 weeks,Statutory Timescales met: Y/N,Level of Resource – Senior Case Officer,Main \
         Category of Need: On Synergy,Main Category of Need: On Plan,Case Officer Comments",
            ",,Draft,,,,,2 Good,2,,,,,,,,,",
        ]
    );
    let form = r#"{"framework": "shropshire-2023", "casework_officer": "=CO-1", "rating": 3, "sections": [],
        "statutory_timescales_met": false, "main_need": {"on_plan": "cognition_and_learning"}}"#;
    let ran = run_on(&["row", "-"], form.as_bytes(), &[]);
    assert_eq!(
        ran.out,
        ",,,'=CO-1,,,,3 Requires improvement,3,,,,,N,,,2. Cognition and Learning,\r\n"
    );
    // What is appended is read again.
    let both = [lines[0], "\n", lines[1], "\n", &ran.out].concat();
    let ran = import(both.as_bytes(), &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let scores: Vec<Value> = records(&ran)
        .iter()
        .map(|record| record["review"]["sections"]["overall"]["score"].clone())
        .collect();
    assert_eq!(scores, [2, 3]);
    let without_form =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/frameworks/green-amber-red.json");
    assert_eq!(run(&["row", "--header", "--framework", without_form]).code, Some(3));
}

#[test]
fn a_report_is_a_workbook_with_a_sheet_for_each_table() {
    let records = run(&["synth", "--seed", "1", "--count", "200"]).out;
    let report = json(&run_on(&["summarise", "--format", "json"], records.as_bytes(), &[]).out);
    let mut book =
        opened(bytes(&["summarise", "--format", "xlsx", "--title", "Autumn"], records.as_bytes()));
    let names = book.sheet_names();
    let tables = report["tables"].as_array().unwrap();
    let with_rows: Vec<&Value> = tables
        .iter()
        .filter(|table| table["rows"].as_array().is_some_and(|rows| !rows.is_empty()))
        .collect();
    assert_eq!(names.len(), with_rows.len() + 2);
    assert_eq!((names[0].as_str(), names[1].as_str()), ("Report", "grades"));
    let mut compared = 0;
    for (name, table) in names[1..].iter().zip(&with_rows) {
        let range = book.worksheet_range(name).unwrap();
        assert_eq!(range.get_value((0, 0)).unwrap(), table["title"].as_str().unwrap());
        for (row, entry) in (2..).zip(table["rows"].as_array().unwrap()) {
            assert_eq!(range.get_value((row, 0)).unwrap(), entry["label"].as_str().unwrap());
            for (column, count) in (1..).zip(entry["counts"].as_array().unwrap()) {
                let cell = range.get_value((row, column)).unwrap();
                match count.as_f64() {
                    Some(count) => assert_eq!(cell.as_f64(), Some(count)),
                    None => assert_eq!(*cell, Data::String("c".to_owned())),
                }
                compared += 1;
            }
        }
    }
    assert!(compared > 500, "{compared}");
    let front = book.worksheet_range("Report").unwrap();
    assert_eq!(front.get_value((0, 1)).unwrap(), "Autumn");
    assert_eq!(front.get_value((2, 1)).unwrap(), "200");
}
