//! Files read as sheets: packages and texts made by hand, what each is told to be, and what a map makes of them.

use std::io::{Cursor, Write as _};
use std::sync::Arc;

use ehcp_qa_core::sheet::{
    MapBasis, Parted, SEN2_MAP, Sheet, SheetMap, SheetRecords, SheetView, bind, part, read_sheet,
    records, view,
};
use ehcp_qa_core::{Framework, ProblemKind};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn shropshire() -> Arc<Framework> {
    Framework::built_in()
}

/// A package of some parts, each a name and its text.
fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHEETS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Autumn" sheetId="1" r:id="rId1"/></sheets></workbook>"#;

/// A workbook with one sheet, Autumn, of texts.
fn workbook(rows: &[(u32, &[&str])]) -> Vec<u8> {
    let mut sheet = String::new();
    for (row, cells) in rows {
        let start = format!(r#"<row r="{row}">"#);
        sheet.push_str(&start);
        for (column, cell) in ('A'..).zip(cells.iter()) {
            let cell = format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{cell}</t></is></c>"#);
            sheet.push_str(&cell);
        }
        sheet.push_str("</row>");
    }
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{sheet}</sheetData></worksheet>"#
    );
    package(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", WORKBOOK),
        ("xl/_rels/workbook.xml.rels", SHEETS),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// A container of old Office programs with a stream of this name.
fn old(stream: &str) -> Vec<u8> {
    let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0].into_iter().chain(name).collect()
}

#[track_caller]
fn problem(bytes: &[u8]) -> ProblemKind {
    read_sheet(bytes, None).expect_err("the file is refused")
}

/// What a file is told to be.
#[track_caller]
fn check_kind(bytes: &[u8], code: &str, sentence: &str) {
    let kind = problem(bytes);
    assert_eq!((kind.code(), kind.to_string().as_str()), (code, sentence));
}

#[test]
fn a_file_of_another_kind_is_told_by_its_bytes() {
    let kinds = [
        (old("Workbook"), "a workbook in the format of Excel before 2007 (.xls)"),
        (old("WordDocument"), "a Word document of before 2007 (.doc)"),
        (package(&[("xl/workbook.bin", "")]), "a workbook in the binary format of Excel (.xlsb)"),
        (package(&[("word/document.xml", "<w/>")]), "a Word document"),
        (package(&[("ppt/presentation.xml", "<p/>")]), "a presentation"),
        (
            package(&[
                ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                ("content.xml", ""),
            ]),
            "a spreadsheet in the format of LibreOffice (.ods)",
        ),
        (
            package(&[("mimetype", "application/vnd.oasis.opendocument.text")]),
            "a document in a format of LibreOffice",
        ),
        (b"\n%PDF-1.7\n".to_vec(), "a PDF"),
        (b"\xEF\xBB\xBF\n<html><table>".to_vec(), "a web page or XML"),
        (b" {\"review\": {}}".to_vec(), "JSON"),
    ];
    for (bytes, what) in &kinds {
        let sentence = format!("This is {what}. Spreadsheets are read as XLSX or CSV.");
        check_kind(bytes, "not_a_spreadsheet", &sentence);
    }
    check_kind(
        &old("EncryptedPackage"),
        "locked_file",
        "This file is protected by a password. Save a copy without the password, and take that.",
    );
}

#[test]
fn a_file_that_is_damaged_or_too_large_is_refused() {
    let damaged =
        "This workbook is damaged. Open it in a spreadsheet program, and save it as XLSX or CSV.";
    let whole = workbook(&[(1, &["Grade"])]);
    check_kind(b"PK\x03\x04", "not_a_workbook", damaged);
    check_kind(&whole[..whole.len() / 2], "not_a_workbook", damaged);
    check_kind(&package(&[("a.txt", "")]), "not_a_workbook", damaged);
    let large = "This is too large: of a file of up to 20000000 bytes, 1000 columns and 5000000 cells are read.";
    check_kind(&vec![b','; 20_000_001], "sheet_too_large", large);
    check_kind(&[b"a,".repeat(1_000), b"b\n".to_vec()].concat(), "sheet_too_large", large);
    assert!(read_sheet(&[b"a,".repeat(999), b"b\n".to_vec()].concat(), None).is_ok());
    // 201 MB of zeros are packed into less than one.
    let zeros = "0".repeat(201_000_000);
    let bomb = package(&[("xl/workbook.xml", &zeros)]);
    assert!(bomb.len() < 1_000_000);
    check_kind(&bomb, "sheet_too_large", large);
    let kind = read_sheet(&whole, Some("Spring")).unwrap_err();
    assert_eq!(kind.to_string(), "There is no sheet with this name. There are: Autumn.");
    assert_eq!(read_sheet(&whole, Some("AUTUMN")).unwrap().name.as_deref(), Some("Autumn"));
}

#[test]
fn no_cut_and_no_changed_byte_stops_the_reader() {
    let whole = workbook(&[(1, &["Overall grade", "Need"]), (2, &["Good", "SLCN"])]);
    for length in 0..whole.len() {
        let _ = read_sheet(&whole[..length], None);
    }
    for place in 0..whole.len() {
        let mut bytes = whole.clone();
        bytes[place] ^= 0xFF;
        let _ = read_sheet(&bytes, None);
    }
}

/// A sheet as it is read by a map, or by the one that is proposed, and its records.
fn seen(bytes: &[u8], map: Option<&str>) -> (SheetView, SheetRecords) {
    let framework = shropshire();
    let sheet: Sheet = read_sheet(bytes, None).unwrap();
    let map = map.map(|text| SheetMap::from_json(&framework, text).unwrap());
    let parted: Parted = part(&framework, &sheet, map.as_ref()).unwrap();
    let columns = bind(&framework, &parted.map, &parted.headings).unwrap();
    let read = records(&columns, parted.rows);
    (view(&framework, &sheet, &parted).unwrap(), read)
}

fn lines(read: &SheetRecords) -> Vec<Value> {
    read.ndjson.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_workbook_is_shown_with_three_rows_and_the_words_that_are_not_read() {
    let sheet = workbook(&[
        (1, &["Autumn term"]),
        (3, &["RAG", "Need", "Notes", "Date", "Date"]),
        (4, &["Green", "SLCN", "x", "6/11/2023", ""]),
        (5, &["2", "-", "", "", ""]),
        (6, &["amber", "SEMH", "", "", ""]),
        (7, &["GREEN", "SEMH", "", "", ""]),
    ]);
    let (view, read) = seen(&sheet, None);
    assert_eq!((view.basis, view.rows), (MapBasis::Headings, 4));
    assert_eq!((view.sheets.len(), view.sheet.as_deref()), (1, Some("Autumn")));
    let grade = "/review/sections/overall/score";
    let shown = |number: usize| serde_json::to_value(&view.columns[number]).unwrap();
    assert_eq!(
        shown(0),
        json!({
            "letters": "A", "heading": "RAG", "place": 0, "is_twice": false, "field": grade, "dimension": "/dimensions/rag",
            "cells": [
                {"written": "Green", "read": null, "is_unread": true},
                {"written": "2", "read": "2", "is_unread": false},
                {"written": "amber", "read": null, "is_unread": true},
            ],
            // Each once, however it is written.
            "unread": ["Green", "amber"],
        })
    );
    assert_eq!(
        shown(1)["cells"][0],
        json!({"written": "SLCN", "read": "slcn", "is_unread": false})
    );
    // A dash is nothing given.
    assert_eq!(shown(1)["cells"][1], json!({"written": null, "read": null, "is_unread": false}));
    assert_eq!(shown(2)["field"], Value::Null);
    // Of two columns with one heading neither can be named by a map.
    for number in [3, 4] {
        assert_eq!(
            (&shown(number)["field"], &shown(number)["is_twice"]),
            (&Value::Null, &json!(true))
        );
    }
    assert_eq!((read.records, read.refused, read.blank, read.more), (1, 3, 0, 0));
    let places: Vec<_> =
        read.problems.iter().map(|found| (found.row, found.column.as_deref())).collect();
    assert_eq!(places, [(4, Some("A")), (6, Some("A")), (7, Some("A"))]);
    assert_eq!(
        lines(&read),
        [
            json!({"review": {"framework": "shropshire-2023", "sections": {"overall": {"score": 2}}}})
        ]
    );

    // The map says what the colours mean.
    let words = r#"[{"written": "green", "means": "Good"}, {"written": "Amber", "means": "3"}]"#;
    let map = format!(
        r#"{{"columns": [{{"heading": "rag:", "field": "{grade}", "words": {words}}}, {{"heading": "Gone"}},
            {{"heading": "Lost", "field": "/phase"}}]}}"#
    );
    let (view, read) = seen(&sheet, Some(&map));
    assert_eq!(view.basis, MapBasis::Given);
    assert_eq!(view.missing, ["Lost"]);
    assert_eq!((view.columns[0].place, view.columns[0].unread.len()), (Some(0), 0));
    assert_eq!(view.columns[0].cells[2].read.as_deref(), Some("3"));
    assert_eq!((view.columns[1].place, view.columns[1].field.as_ref()), (None, None));
    assert_eq!((read.records, read.refused), (4, 0));
}

#[test]
fn an_extract_of_the_sen2_return_is_known_by_its_headings() {
    let extract =
        b"UPN,ReceivedDate,RequestOutcomeDate,AssessmentOutcomeDate,StartDate,SENSetting\n\
        A1,2023-06-19,2023-07-31,2023-10-09,2023-11-06,Mainstream\n";
    let (view, read) = seen(extract, None);
    assert_eq!(view.basis, MapBasis::Sen2);
    assert_eq!(read.records, 1);
    let record = &lines(&read)[0];
    assert_eq!(
        record["dates"],
        json!({"received": "2023-06-19", "decided": "2023-07-31", "notified": "2023-10-09", "issued": "2023-11-06"})
    );
    assert_eq!(record["dimensions"], json!({"setting": "mainstream"}));
    // The same by the map, which is given.
    assert_eq!(seen(extract, Some(SEN2_MAP)).1.ndjson, read.ndjson);
    // No heading is known: the row with the most texts has them, the first of several.
    let unknown = b"Term\nName,Colour,Size\nx,y,z\n";
    let (view, read) = seen(unknown, None);
    assert_eq!((view.basis, view.rows), (MapBasis::Unknown, 1));
    assert_eq!((view.columns[1].heading.as_str(), view.columns[1].place), ("Colour", Some(1)));
    assert_eq!((read.records, read.blank), (0, 1));
    let empty = read_sheet(b",\n", None).unwrap();
    assert!(part(&shropshire(), &empty, None).is_none());
    // Two of its headings are not enough.
    let few = b"ReceivedDate,Week20,Overall grade\n2023-06-19,1,2\n";
    assert_eq!(seen(few, None).0.basis, MapBasis::Headings);
}

#[test]
fn what_is_listed_of_a_long_sheet_is_bounded() {
    let mut sheet = "Overall grade,Phase\n".to_owned();
    for row in 0..1_100 {
        let line = format!("word {row},{}\n", "long ".repeat(40));
        sheet.push_str(&line);
    }
    let (view, read) = seen(sheet.as_bytes(), None);
    assert_eq!(view.columns[0].unread.len(), 20);
    let written = view.columns[1].cells[0].written.as_deref().unwrap();
    assert_eq!((written.chars().count(), written.ends_with('…')), (60, true));
    // Both cells of each row.
    assert_eq!((read.problems.len(), read.more, read.refused), (1_000, 1_200, 1_100));
    // A map could not name what is cut.
    assert_eq!(view.columns[1].unread.len(), 0);
    assert_eq!(read.problems[0].problem.pointer, "/review/sections/overall/score");
}
