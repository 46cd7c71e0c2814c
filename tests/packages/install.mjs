// node tests/packages/install.mjs [all | NAME]: installs what the projects of every run, all, or one are built with.
import { HOSTS, IN_EVERY_RUN, install } from "./hosts.mjs";

const [, , asked] = process.argv;
const names = asked === "all" ? Object.keys(HOSTS) : asked ? [asked] : IN_EVERY_RUN;
for (const name of names) install(name);
