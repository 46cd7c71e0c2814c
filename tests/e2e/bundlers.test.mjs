// The npm package in projects that a bundler builds. `cargo xtask test --packages` has more of them.
import { IN_EVERY_RUN } from "../packages/hosts.mjs";
import { testHosts } from "../packages/tests.mjs";

testHosts(IN_EVERY_RUN, false);
