//! `import`: the records of a summary from a spreadsheet.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use ehcp_qa_core::framework::Framework;
use ehcp_qa_core::sheet::{
    Cell, Columns, MapBasis, Parted, RowProblem, SEN2_MAP, Sheet, SheetMap, SheetProblem, SheetRow,
    bind, column_letters, part,
};
use ehcp_qa_core::{MOST_PROBLEMS, ProblemKind};

use crate::context::{Context, checked};
use crate::fault::{Fault, Source, faults};
use crate::input::name;
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience, plain, standard};
use crate::sheet;

/// Read a spreadsheet, CSV or XLSX, as the records that `summarise` counts
///
/// Without a map, columns are proposed from their headings: section scores, descriptors, the grade, dates, year group
/// or phase, need, level and the framework's facts. What is understood of the first three rows is shown on standard
/// error, and records go to standard output as NDJSON. A row with a cell that cannot be read is reported by sheet, row
/// and column, and left out.
#[derive(Debug, Args)]
pub(crate) struct ImportArguments {
    /// The spreadsheet, CSV or XLSX; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// Which column holds what: a map, or sen2 for a person-level extract of the SEN2 return
    #[arg(long, value_name = "MAP")]
    pub(crate) map: Option<PathBuf>,

    /// The sheet of a workbook [without it: that of the map, or the first]
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,

    /// Write the proposed map into a new file, to be corrected and given with --map, and no records
    #[arg(long, value_name = "FILE", conflicts_with = "map")]
    pub(crate) propose: Option<PathBuf>,
}

/// The map for person-level extracts of the SEN2 return, by the name that --map gives it.
const SEN2: (&str, &str) = ("sen2", SEN2_MAP);

/// The rows of which is shown what is understood.
const SHOWN_ROWS: usize = 3;

/// The longest text of a cell that is shown on a terminal, in characters.
const LONGEST_SHOWN: usize = 32;

pub(crate) fn run(arguments: &ImportArguments, context: &Context) -> Result<Outcome, Failure> {
    let framework = &context.framework;
    let given = arguments.map.as_deref().map(|map| read_map(map, framework)).transpose()?;
    let given_map = given.as_ref().map(|(_, map)| map);
    let named = arguments.sheet.as_deref();
    let named = named.or_else(|| given_map.and_then(|map| map.sheet.as_deref()));
    let (source, sheet) = sheet::read(&arguments.file, named)?;
    let parted = part(framework, &sheet, given_map);
    let parted = parted.filter(|parted| parted.basis != MapBasis::Unknown).ok_or_else(|| {
        let kind = ProblemKind::from(SheetProblem::NoHeadings {});
        Failure::Faults(vec![Fault::of_file(&source, kind.code(), kind.to_string())])
    })?;
    let Parted { headings, rows, map, .. } = &parted;
    let columns = bind(framework, map, headings).map_err(|problems| {
        let source = given.as_ref().map_or(&source, |(source, _)| source);
        let fault = |problem: &ehcp_qa_core::Problem| {
            let mut fault = Fault::of_file(source, problem.kind.code(), problem.kind.to_string());
            fault.pointer.clone_from(&problem.pointer);
            fault
        };
        Failure::Faults(problems.iter().map(fault).collect())
    })?;
    if let Some(file) = &arguments.propose {
        save(file, map)?;
        show(&mut standard(Audience::People), headings, map, &columns, rows)?;
        return Ok(Outcome::Fine);
    }
    if arguments.map.is_none() {
        // Where standard error is closed, what is understood is not shown.
        let _ = show(&mut anstream::stderr().lock(), headings, map, &columns, rows);
    }
    for place in columns.missing() {
        output::note(&format!("The sheet has no column for /columns/{place} of the map."));
    }
    write_records(&source, &sheet, &columns, rows)
}

/// The map that is named, and where it is from.
fn read_map(map: &Path, framework: &Framework) -> Result<(Source, SheetMap), Failure> {
    let (word, text) = SEN2;
    if map == Path::new(word) {
        let source = Source::of_file(word.to_owned());
        let map = SheetMap::from_json(framework, text);
        let map = map.map_err(|problems| Failure::Faults(faults(&source, text, &problems)))?;
        return Ok((source, map));
    }
    let read = checked(map, |text| SheetMap::from_json(framework, text))?;
    Ok((Source::of_file(name(map)), read))
}

/// Writes a map into a file that is not there yet: a map that a person has corrected is worth more.
fn save(file: &Path, map: &SheetMap) -> Result<(), Failure> {
    let fault = |error: &io::Error| {
        let source = Source::of_file(name(file));
        let message = format!("This cannot be written: {error}.");
        Failure::Faults(vec![Fault::of_file(&source, "unwritable", message)])
    };
    let mut out = File::create_new(file).map_err(|error| fault(&error))?;
    serde_json::to_writer_pretty(&mut out, map)?;
    writeln!(out).map_err(|error| fault(&error))
}

/// Shows which field each column is taken for, and what is understood of the first rows.
fn show(
    out: &mut impl Write,
    headings: &[String],
    map: &SheetMap,
    columns: &Columns,
    rows: &[SheetRow],
) -> io::Result<()> {
    let rows: Vec<Vec<Cell>> = rows.iter().take(SHOWN_ROWS).map(SheetRow::cells).collect();
    let understood: Vec<Vec<(usize, String)>> = rows
        .iter()
        .map(|row| columns.values(row).map(|(at, read)| (at, shown(read))).collect())
        .collect();
    let mut lines =
        vec![["column", "heading", "field", "first", "second", "third"].map(str::to_owned)];
    for (number, heading) in
        headings.iter().enumerate().filter(|(_, heading)| !heading.trim().is_empty())
    {
        let value = |row: usize| {
            let row = understood.get(row)?;
            row.iter().find(|(at, _)| *at == number).map(|(_, value)| value.clone())
        };
        let column = map.columns.iter().find(|column| column.heading == heading.trim());
        let field = column.and_then(|column| column.field.clone());
        lines.push([
            column_letters(number),
            short(heading.trim()),
            field.unwrap_or_else(|| "not read".to_owned()),
            value(0).unwrap_or_default(),
            value(1).unwrap_or_default(),
            value(2).unwrap_or_default(),
        ]);
    }
    output::table(out, &lines)?;
    writeln!(out, "A hyphen stands for nothing given, and ? for what cannot be read.")?;
    out.flush()
}

/// What is understood of a cell.
fn shown<E>(read: Result<Option<serde_json::Value>, E>) -> String {
    match read {
        Ok(Some(serde_json::Value::String(text))) => short(&text),
        Ok(Some(value)) => value.to_string(),
        Ok(None) => "-".to_owned(),
        Err(_) => "?".to_owned(),
    }
}

fn short(text: &str) -> String {
    let text = plain(text);
    if text.chars().count() <= LONGEST_SHOWN {
        return text;
    }
    text.chars().take(LONGEST_SHOWN - 1).chain(['…']).collect()
}

/// Writes the record of each row, and reports every cell that cannot be read.
fn write_records(
    source: &Source,
    sheet: &Sheet,
    columns: &Columns,
    rows: &[SheetRow],
) -> Result<Outcome, Failure> {
    let mut out = standard(Audience::Programs);
    let (mut read, mut blank, mut bad, mut found) = (0_usize, 0_usize, 0_usize, 0_usize);
    for row in rows {
        match columns.record(&row.cells()) {
            Ok(None) => blank += 1,
            Ok(Some(record)) => {
                read += 1;
                serde_json::to_writer(&mut out, &record)?;
                writeln!(out)?;
            }
            Err(problems) => {
                bad += 1;
                found += problems.len();
                let room = MOST_PROBLEMS.saturating_sub(found - problems.len());
                let listed = problems.into_iter().take(room);
                let faults = listed
                    .map(|problem| sheet::fault(source, sheet, &RowProblem::of(row, problem)));
                output::faults(&faults.collect::<Vec<_>>());
            }
        }
    }
    out.flush()?;
    if blank > 0 {
        output::note(&format!(
            "{blank} rows have nothing in the columns that are read, and are left out."
        ));
    }
    if found > MOST_PROBLEMS {
        output::error(&format!(
            "There are more problems: only the first {MOST_PROBLEMS} are listed."
        ));
    }
    if read + bad == 0 {
        output::note("The sheet has no rows with anything in the columns that are read.");
    }
    if bad == 0 {
        return Ok(Outcome::Fine);
    }
    output::error(&format!("{bad} of {} rows could not be used.", read + bad));
    Ok(Outcome::BadInput)
}
