// node tests/packages/install.mjs [all | NAME]: installs what the projects of every run, all, or one are built with.
import { HOSTS, IN_EVERY_RUN, TYPES, install } from "./hosts.mjs";

const [, , asked] = process.argv;
const projects = asked === "all" ? Object.keys(HOSTS) : IN_EVERY_RUN;
for (const name of asked && asked !== "all" ? [asked] : [...projects, TYPES]) install(name);
