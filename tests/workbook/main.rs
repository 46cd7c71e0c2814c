//! The program that comes after a result: what it takes in, gives out and tells the session.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../common/mod.rs"]
mod common;

mod practice;
mod unreadable;
mod update;
