//! The functions of the core in an interpreter that counts their instructions.

use std::process::Command;

use wasmi::{Config, Engine, Instance, Linker, Memory, Module, Store, TypedFunc};

/// What the interpreter may use up in one call: enough for any input of these tests.
const MOST: u64 = 1 << 40;

/// The module, with the built-in documents read.
pub(crate) struct Counted {
    store: Store<()>,
    memory: Memory,
    room: TypedFunc<u32, u32>,
    run: TypedFunc<(), u32>,
}

impl Counted {
    pub(crate) fn new() -> Self {
        let mut config = Config::default();
        config.consume_fuel(true);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, built()).expect("a module");
        let mut store = Store::new(&engine, ());
        store.set_fuel(MOST).expect("fuel is counted");
        let linker = Linker::new(&engine);
        let instance: Instance =
            linker.instantiate_and_start(&mut store, &module).expect("a module without imports");
        let memory = instance.get_memory(&store, "memory").expect("its memory");
        let room = instance.get_typed_func(&store, "room").expect("room");
        let run = instance.get_typed_func(&store, "run").expect("run");
        let mut counted = Self { store, memory, room, run };
        counted.instructions("nothing", "");
        counted
    }

    /// How many instructions a function takes for an input.
    pub(crate) fn instructions(&mut self, function: &str, input: &str) -> u64 {
        let given = format!("{function}\n{input}");
        self.store.set_fuel(MOST).expect("fuel is counted");
        let length = u32::try_from(given.len()).expect("a short input");
        let place = self.room.call(&mut self.store, length).expect("room for the input");
        self.memory
            .write(&mut self.store, place as usize, given.as_bytes())
            .expect("the input fits");
        let before = self.store.get_fuel().expect("fuel is counted");
        let length = self
            .run
            .call(&mut self.store, ())
            .unwrap_or_else(|error| panic!("{function}: {error}"));
        assert!(length != u32::MAX, "{function}: there is no such function");
        before - self.store.get_fuel().expect("fuel is counted")
    }
}

/// The module, built by Cargo for WebAssembly.
fn built() -> Vec<u8> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let target = format!("{root}/target/growth");
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        .args(["build", "--quiet", "--package", "ehcp-qa-growth", "--profile", "counted"])
        .args(["--target", "wasm32-unknown-unknown", "--target-dir", &target])
        .status();
    assert!(status.expect("cargo").success(), "the module is built");
    let path = format!("{target}/wasm32-unknown-unknown/counted/ehcp_qa_growth.wasm");
    std::fs::read(path).expect("the module")
}
