//! A Word file, read, checked, given its comments and read again. An odd first byte takes what follows as the file, an
//! even one as the body of its document, so that random text is not lost on the checksums of a package.

#![no_main]

use std::io::{Cursor, Write as _};
use std::sync::{Arc, LazyLock};

use ehcp_qa_core::Framework;
use ehcp_qa_core::plan::{PlanDocument, comment_word, items, read_word};
use ehcp_qa_core::whole::{PlanContext, check, comments};
use ehcp_qa_core::wording::Lexicon;
use libfuzzer_sys::fuzz_target;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

static FRAMEWORK: LazyLock<Arc<Framework>> = LazyLock::new(Framework::built_in);
static LEXICON: LazyLock<Arc<Lexicon>> = LazyLock::new(Lexicon::built_in);

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

fn texts(plan: &PlanDocument) -> Vec<&str> {
    plan.parts.iter().flat_map(|part| part.blocks.iter()).map(|block| block.text.as_str()).collect()
}

fn packed(body: &[u8]) -> Vec<u8> {
    let head = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"#;
    let document = [head.as_bytes(), body, b"</w:body></w:document>"].concat();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("word/document.xml", &document),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(part).expect("a part");
    }
    zip.finish().expect("a package").into_inner()
}

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let file = if first % 2 == 1 { rest.to_vec() } else { packed(rest) };
    let Ok(plan) = read_word(&file, &[]) else { return };
    let _proposed = items(&plan);
    let check = check(&FRAMEWORK, &LEXICON, &plan, &PlanContext::default());
    let comments = comments(&check, &plan, &FRAMEWORK);
    if let Ok(commented) = comment_word(&file, &comments, "") {
        let again = read_word(&commented, &[]).expect("what was written is read");
        assert_eq!(texts(&again), texts(&plan), "the text is the same");
    }
});
