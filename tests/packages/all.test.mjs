// The npm package in every project of this folder, built and in development: `cargo xtask test --packages`.
import { HOSTS } from "./hosts.mjs";
import { testHosts } from "./tests.mjs";

testHosts(Object.keys(HOSTS), true);
