// node tests/packages/install.mjs [all]: installs what the projects of every run, or all, are built with.
import { HOSTS, IN_EVERY_RUN, TYPES, install } from "./hosts.mjs";

for (const name of [...(process.argv[2] === "all" ? Object.keys(HOSTS) : IN_EVERY_RUN), TYPES]) install(name);
