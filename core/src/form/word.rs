//! The form as a Word file, to be edited.

use maud::{Markup, html};

use super::feedback::{Comment, Feedback, FeedbackSection};
use super::print::{chosen, kept, label, left_out, rows, written};
use crate::framework::{FormField, FormSection, Framework, PrintedForm};
use crate::text::fill::capital;
use crate::text::package::pack;
use crate::text::page::Text;
use crate::text::word::text_of;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The width of the text between the margins of A4, in twentieths of a point.
const WIDTH: usize = 9_638;

/// The widths of the columns of the header, and of the sections.
const HEADER_WIDTHS: [usize; 4] = [2_200, 2_619, 2_200, 2_619];
const SECTION_WIDTHS: [usize; 2] = [3_200, 6_438];

/// The form as an editable Word file (`.docx`): tables with heading rows, headings, boxes to tick, a title and a
/// language, so that it can be read aloud and changed. What is printed on it is the framework's. The same form has the
/// same bytes.
#[must_use]
pub fn feedback_word(form: &Feedback, framework: &Framework) -> Vec<u8> {
    let printed = framework.feedback_form().unwrap_or_default();
    let document = [DECLARATION, &document(framework, &printed, form).into_string()].concat();
    let properties = [DECLARATION, &properties(&printed.title).into_string()].concat();
    let file = pack(&[
        ("[Content_Types].xml", include_bytes!("word/types.xml")),
        ("_rels/.rels", include_bytes!("word/package.rels")),
        ("docProps/core.xml", properties.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", include_bytes!("word/document.rels")),
        ("word/styles.xml", include_bytes!("word/styles.xml")),
        ("word/numbering.xml", include_bytes!("word/numbering.xml")),
        ("word/settings.xml", include_bytes!("word/settings.xml")),
    ]);
    // The bounds of a form keep it far below the 4 GB of a package.
    file.unwrap_or_default()
}

/// The title and the language, as a package has them.
fn properties(title: &str) -> Markup {
    html! {
        cp:coreProperties
            xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
            xmlns:dc="http://purl.org/dc/elements/1.1/" {
            dc:title { (Text(title)) }
            dc:language { "en-GB" }
        }
    }
}

fn document(framework: &Framework, printed: &PrintedForm, form: &Feedback) -> Markup {
    html! {
        w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
            xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            mc:Ignorable="w14" {
            w:body {
                (paragraph("Title", &printed.title))
                (header(framework, printed, form))
                (paragraph("Heading1", &printed.key_heading))
                @for key in &printed.key { (paragraph(&capital(key.action.word()), &key.printed)) }
                (paragraph("Heading1", &printed.sections_heading))
                (sections(printed, form))
                @if let Some(words) = left_out(framework, form) { (paragraph("Normal", &words)) }
                (paragraph("Normal", &printed.statement))
                w:sectPr {
                    w:pgSz w:w="11906" w:h="16838" {}
                    w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"
                        w:gutter="0" {}
                }
            }
        }
    }
}

/// A paragraph in a style.
fn paragraph(style: &str, text: &str) -> Markup {
    styled(style, &html! { (run(text, false)) })
}

fn styled(style: &str, content: &Markup) -> Markup {
    html! { w:p { w:pPr { w:pStyle w:val=(style) {} } (content) } }
}

fn run(text: &str, is_strong: bool) -> Markup {
    html! {
        @if !text.is_empty() {
            w:r {
                @if is_strong { w:rPr { w:rStyle w:val="Strong" {} } }
                (text_of(text))
            }
        }
    }
}

/// A table with its columns. `title` is read aloud in front of it.
fn table(title: &str, widths: &[usize], has_heading_row: bool, content: &Markup) -> Markup {
    html! {
        w:tbl {
            w:tblPr {
                w:tblStyle w:val="TableGrid" {}
                w:tblW w:w=(WIDTH) w:type="dxa" {}
                w:tblLayout w:type="fixed" {}
                w:tblLook w:val=(if has_heading_row { "00A0" } else { "0080" })
                    w:firstRow=(u8::from(has_heading_row)) w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0"
                    w:noVBand="0" {}
                w:tblCaption w:val=(Text(title)) {}
            }
            w:tblGrid { @for width in widths { w:gridCol w:w=(width) {} } }
            (content)
        }
    }
}

/// A cell over some columns; one with a heading is shaded.
fn cell(widths: &[usize], is_heading: bool, content: &Markup) -> Markup {
    html! {
        w:tc {
            w:tcPr {
                w:tcW w:w=(widths.iter().sum::<usize>()) w:type="dxa" {}
                @if widths.len() > 1 { w:gridSpan w:val=(widths.len()) {} }
                @if is_heading { w:shd w:val="clear" w:color="auto" w:fill="F2F2F2" {} }
            }
            (content)
        }
    }
}

/// The fields above the sections: two short ones share a row, as on paper.
fn header(framework: &Framework, printed: &PrintedForm, form: &Feedback) -> Markup {
    let [label, value, second_label, second_value] = HEADER_WIDTHS;
    let widths = [[label, value], [second_label, second_value]];
    let content = html! {
        @for fields in rows(&printed.fields) {
            w:tr {
                w:trPr { w:cantSplit {} }
                @for (field, [label, value]) in fields.iter().zip(widths) {
                    (cell(&[label], true, &field_label(field)))
                    @let over = [value, second_label, second_value];
                    @let over = over.get(..if fields.len() == 1 { 3 } else { 1 }).unwrap_or_default();
                    @let value_widths = if fields.len() == 1 { over } else { &[value] };
                    (cell(value_widths, false, &field_value(framework, form, field)))
                }
            }
        }
    };
    table(&printed.title, &HEADER_WIDTHS, false, &content)
}

fn field_label(field: &FormField) -> Markup {
    html! {
        (paragraph("FieldLabel", &field.label))
        @if let Some(note) = &field.note { (paragraph("Note", note)) }
    }
}

fn field_value(framework: &Framework, form: &Feedback, field: &FormField) -> Markup {
    let options = field.options.as_deref().unwrap_or_default();
    let columns = field.columns.as_deref().unwrap_or_default();
    html! {
        @if options.is_empty() {
            (paragraph("Normal", &written(framework, form, field)))
        } @else if columns.is_empty() {
            (choices(name_of(field), options, chosen(framework, form, field, 0)))
        } @else {
            @for (number, column) in columns.iter().enumerate() {
                (paragraph("FieldLabel", column))
                @let label = [name_of(field), ", ", column].concat();
                (choices(&label, options, chosen(framework, form, field, number)))
            }
        }
    }
}

/// The label of a field without what leads over to its value.
fn name_of(field: &FormField) -> &str {
    field.label.trim_end_matches([':', ' '])
}

/// Options, each with a box to tick. `label` is what they are the options of.
fn choices(label: &str, options: &[String], chosen: Option<usize>) -> Markup {
    html! {
        @for (number, option) in options.iter().enumerate() {
            @let name = [label, ": ", option].concat();
            (styled("Normal", &tick(&name, chosen == Some(number), option)))
        }
    }
}

/// A box to tick, with a name that is read aloud, and what stands beside it.
fn tick(name: &str, is_ticked: bool, text: &str) -> Markup {
    html! {
        w:sdt {
            w:sdtPr {
                w:alias w:val=(Text(name)) {}
                w14:checkbox {
                    w14:checked w14:val=(u8::from(is_ticked)) {}
                    w14:checkedState w14:val="2612" w14:font="MS Gothic" {}
                    w14:uncheckedState w14:val="2610" w14:font="MS Gothic" {}
                }
            }
            w:sdtContent {
                w:r {
                    w:rPr {
                        w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia" {}
                    }
                    w:t { @if is_ticked { "☒" } @else { "☐" } }
                }
            }
        }
        (run(&[" ", text].concat(), false))
    }
}

fn sections(printed: &PrintedForm, form: &Feedback) -> Markup {
    let [heading, comments] = SECTION_WIDTHS;
    let content = html! {
        w:tr {
            w:trPr { w:cantSplit {} w:tblHeader {} }
            (cell(&[heading], true, &paragraph("FieldLabel", &printed.sections_heading)))
            (cell(&[comments], true, &paragraph("FieldLabel", &printed.key_heading)))
        }
        @for section in &printed.sections {
            @let filled = form.sections.iter().find(|filled| filled.id == section.id);
            w:tr {
                (cell(&[heading], true, &section_heading(section)))
                (cell(&[comments], false, &section_comments(printed, filled)))
            }
        }
    };
    table(&printed.sections_heading, &SECTION_WIDTHS, true, &content)
}

fn section_heading(section: &FormSection) -> Markup {
    html! {
        (paragraph("Heading2", &section.heading))
        @for prompt in &section.prompts { (paragraph("ListBullet", prompt)) }
    }
}

fn section_comments(printed: &PrintedForm, filled: Option<&FeedbackSection>) -> Markup {
    html! {
        @if let Some(filled) = filled {
            @for text in &filled.texts { (paragraph("Normal", &text.0)) }
            @for comment in &filled.comments { (comment_block(printed, comment)) }
        }
        // A cell ends with a paragraph: an empty line to write on.
        (paragraph("Normal", ""))
    }
}

fn comment_block(printed: &PrintedForm, comment: &Comment) -> Markup {
    let style = capital(comment.action.word());
    let quote = comment.quote.as_ref().map(|quote| [" “", &quote.0, "”"].concat());
    html! {
        (styled(&style, &html! {
            (run(&label(printed, comment.action), true))
            (run(&quote.unwrap_or_default(), false))
        }))
        (paragraph(&style, &comment.note.0))
        @if let Some(suggestion) = &comment.suggestion {
            (styled(&style, &html! {
                (run("Instead:", true))
                (run(&[" ", &suggestion.0].concat(), false))
            }))
        }
        @let name = [&label(printed, comment.action), " kept"].concat();
        (styled(&style, &tick(&name, comment.kept == Some(true), kept(true))))
    }
}
