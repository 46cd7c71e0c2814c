// The program's files are packed by the build and unpacked by the loader: what every visitor runs is what was built.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import binaryen from "binaryen";
import { pack } from "../../loader/pack.mjs";
import { unpack } from "../../loader/unpack.js";
import { PROJECT } from "./widget.mjs";

/** A module in WebAssembly's text format, assembled. */
function assembled(text) {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.All);
  return Buffer.from(module.emitBinary());
}

/** Each kind of operand, with the values at which its coding changes. */
const KINDS = {
  "constants of every length": "(drop (i32.const 63)) (drop (i32.const -64)) (drop (i32.const 64)) (drop (i32.const 8191)) (drop (i32.const 8192)) (drop (i32.const -2147483648))",
  "constants of 64 bits and of fractions": "(drop (i64.const -9223372036854775808)) (drop (f32.const 0.1)) (drop (f64.const -0.1))",
  "loads and stores of any alignment": `(i64.store offset=70000 align=2 (i32.const 0) (i64.load align=1 (i32.const 8)))
    (i32.store8 (i32.const 1) (i32.load8_u offset=127 (i32.const 2))) (i32.store align=1 (i32.const 4) (i32.load16_s align=1 (i32.const 2)))`,
  "jumps, nested": "(block (loop (if (i32.const 1) (then (br 2)) (else (br_if 1 (i32.const 0)))))) (block (block (br_table 0 1 0 1 (i32.const 2))))",
  "calls": "(call $run) (call_indirect (type $none) (i32.const 0))",
  "locals and globals": "(local.set $one (local.tee $one (local.get $one))) (global.set $global (global.get $global))",
  "memory": "(memory.copy (i32.const 0) (i32.const 1) (i32.const 2)) (memory.fill (i32.const 0) (i32.const 1) (i32.const 2)) (drop (memory.grow (memory.size)))",
  "numbers that saturate, and references": "(drop (i32.trunc_sat_f64_u (f64.const 1))) (table.set (i32.const 0) (ref.func $run)) (drop (ref.null func)) (drop (table.get (i32.const 0)))",
};

const moduleWith = (body) => assembled(`(module (type $none (func)) (memory 1) (table 1 funcref) (global $global (mut i32) (i32.const 0)) (elem declare func $run)
  (data (i32.const 0) "text") (func $run (export "run") (local $one i32) (local f64) ${body}))`);

for (const [name, body] of Object.entries(KINDS)) {
  test(`the same after packing and unpacking: ${name}`, () => {
    const module = moduleWith(body);
    const packed = pack(module);
    assert.ok(!WebAssembly.validate(packed), "it is not packed");
    assert.deepEqual(Buffer.from(unpack(packed)), module);
  });
}

test("sections after the code stay, and a module that is not packed comes back as it is", () => {
  const module = Buffer.concat([moduleWith(""), Buffer.from([0, 6, 5, ...Buffer.from("style")])]);
  assert.deepEqual(Buffer.from(unpack(pack(module))), module);
  assert.equal(unpack(module), module);
});

test("an instruction that the loader does not know stops the build", () => {
  const vector = "(drop (v128.const i32x4 11 2 3 4))";
  assert.throws(() => pack(moduleWith(vector)), /has an instruction that loader\/unpack\.js does not know/);
});

test("every file of the program in dist/ is a module once it is unpacked", () => {
  const names = readdirSync(`${PROJECT}dist`).filter((name) => /^(?!.*builder).*\.wasm$/.test(name));
  assert.ok(names.length > 5, `${names}`);
  for (const name of names) {
    const packed = readFileSync(`${PROJECT}dist/${name}`);
    assert.ok(!WebAssembly.validate(packed), `${name} is not packed`);
    assert.ok(WebAssembly.validate(unpack(packed)), name);
  }
});
