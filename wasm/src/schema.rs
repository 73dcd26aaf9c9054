//! The JSON Schemas of the documents that people write, closed over the ids of a framework. A page with an editor loads
//! them, in a module with nothing else.

use std::sync::Arc;

use ehcp_qa_core::Framework;
use ehcp_qa_schema::{closed_names, closed_schema};
use wasm_bindgen::prelude::*;

use crate::refusal::{Code, refuse};
use crate::tape::to_tape;

/// The names of the schemas that there are under a framework, given as JSON text, or under the built-in one.
///
/// # Errors
/// A refusal, with every problem of the framework.
#[wasm_bindgen(js_name = schemaNames)]
pub fn schema_names(framework: Option<String>) -> Result<Vec<u32>, JsValue> {
    let framework = read(framework)?;
    Ok(to_tape(&closed_names(&framework).collect::<Vec<_>>()))
}

/// The schema of this name, closed over the ids of a framework, likewise; `undefined` where there is none.
///
/// # Errors
/// A refusal, with every problem of the framework.
#[wasm_bindgen]
pub fn schema(name: &str, framework: Option<String>) -> Result<Option<Vec<u32>>, JsValue> {
    let framework = read(framework)?;
    Ok(closed_schema(&framework, name).map(|schema| to_tape(&schema)))
}

fn read(framework: Option<String>) -> Result<Arc<Framework>, JsValue> {
    match framework.map(|text| Framework::from_json(&text)).transpose() {
        Ok(None) => Ok(Framework::built_in()),
        Ok(Some(framework)) => Ok(Arc::new(framework)),
        Err(problems) => Err(refuse(Code::Framework, &problems)),
    }
}
