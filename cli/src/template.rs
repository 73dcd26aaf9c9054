//! `template`: an empty spreadsheet with what may be chosen.

use std::io::{self, IsTerminal as _, Write as _};

use clap::Args;
use ehcp_qa_core::sheet::{
    TemplateColumn, TemplateValues, column_letters, family_template, template,
};
use rust_xlsxwriter::{DataValidation, Format, Formula, Workbook, XlsxError};

use crate::context::{Context, lacking};
use crate::outcome::{Failure, Outcome};
use crate::output::{self, Audience};
use crate::workbook;

/// Write an empty spreadsheet, as XLSX, that `import` reads without a map
///
/// It has a column for each field of a record, and lists to choose from where the framework has words.
#[derive(Debug, Args)]
pub(crate) struct TemplateArguments {
    /// Write a sheet for what families say, which `summarise --families` reads
    #[arg(long)]
    pub(crate) families: bool,
}

/// The rows below the headings that have lists to choose from.
const ROWS: u32 = 2_000;

/// The names of the sheets to fill in, and of that with the lists.
const PLANS: &str = "Plans";
const RESPONSES: &str = "Responses";
const LISTS: &str = "Lists";

pub(crate) fn run(arguments: &TemplateArguments, context: &Context) -> Result<Outcome, Failure> {
    expect_a_file()?;
    let framework = &context.framework;
    let (name, columns) = if arguments.families {
        (RESPONSES, family_template(framework).map_err(lacking)?)
    } else {
        (PLANS, template(framework))
    };
    let bytes = written(name, columns).map_err(|error| Failure::Output(io::Error::other(error)))?;
    let mut out = output::standard(Audience::Programs);
    out.write_all(&bytes)?;
    out.flush()?;
    Ok(Outcome::Fine)
}

/// Expects that a workbook is not printed on a terminal.
pub(crate) fn expect_a_file() -> Result<(), Failure> {
    if io::stdout().is_terminal() {
        let message =
            "This writes a workbook, which is no text: send it into a file, as in > plans.xlsx.";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(())
}

fn written(name: &str, columns: Vec<TemplateColumn>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&workbook::properties()?);
    let heading = Format::new().set_bold().set_text_wrap();
    let (mut plans, mut lists) = (workbook::sheet(name)?, workbook::sheet(LISTS)?);
    plans.set_freeze_panes(1, 0)?;
    let date = Format::new().set_num_format("dd/mm/yyyy");
    let mut known: Vec<Vec<String>> = Vec::new();
    for (column, entry) in (0_u16..).zip(columns) {
        plans.write_with_format(0, column, entry.heading.as_str(), &heading)?;
        plans.set_column_width(column, if entry.heading.len() > 8 { 16 } else { 8 })?;
        match entry.values {
            TemplateValues::Choice(values) => {
                // Many columns have the same list.
                let number = known.iter().position(|list| *list == values).unwrap_or(known.len());
                let list = u16::try_from(number).unwrap_or(u16::MAX);
                if number == known.len() {
                    for (row, value) in (0_u32..).zip(&values) {
                        lists.write(row, list, value.as_str())?;
                    }
                    known.push(values.clone());
                }
                let letters = column_letters(number);
                let range = format!("={LISTS}!${letters}$1:${letters}${}", values.len());
                let choice = DataValidation::new().allow_list_formula(Formula::new(range));
                plans.add_data_validation(1, column, ROWS, column, &choice)?;
            }
            TemplateValues::Date => {
                plans.set_column_format(column, &date)?;
            }
            _ => {}
        }
    }
    book.push_worksheet(plans);
    book.push_worksheet(lists);
    book.save_to_buffer()
}
