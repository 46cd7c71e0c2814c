// Defines <leadership-audit>: paints the first screen at once, fetches the program when the element is near the viewport
// or touched, and lets it take over the nodes. Option bags have a null prototype, which no page can add options to.
import { ATTRIBUTES, DRAWN_BY, EXPORTED, FAILED, READY } from "./attributes.js";
import { auditOf, hasRecords } from "./backup.js";
import { activeElement, dispatch, element } from "./dom.js";
import { EarlyScreen } from "./early.js";
import { Failure, startedAfresh } from "./failure.js";
import { findFiles } from "./files.js";
import { drawFirstScreen, isAsDrawn } from "./first-screen.js";
import { settle } from "./guest.js";
import { Invitation, invitationAddress } from "./invitation.js";
import { leavePage, watchPage } from "./language.js";
import { isNear, whenNear } from "./near.js";
import { outcomes } from "./outcome.js";
import { awaitHangs, progress, widgetProgram } from "./program.js";
import { defineProperties, upgradeProperties } from "./properties.js";
import { Questionnaire, faultsOf } from "./questionnaire.js";
import { dress } from "./sheet.js";
import { Spoken } from "./spoken.js";
import { Trail } from "./trail.js";

const NAME = "leadership-audit";

/** Whether this is an element that was on the page before the loader. A script may give any other its attributes later. */
let upgrading = true;

// On a server there is nothing to extend, and an import has no effect.
class LeadershipAudit extends (globalThis.HTMLElement ?? Object) {
  static observedAttributes = ATTRIBUTES;

  #status;
  #root;
  #early;
  #near;
  #widget;
  /** Counts starts, so that an overtaken one can tell. */
  #turn = 0;
  #starting = false;
  #questionnaire = new Questionnaire();
  #spoken = new Spoken(this);
  #outcomes;
  #theme;
  #invitation = new Invitation(() => this.#join());
  /** Why the program could not start. */
  #failure;
  /** Why parts could not be linked, by name. */
  #absent = new Map();
  /** Records that storage lacks, by key. They outlive the program, and the element's removal from the page. */
  #held;
  /** The screen that the program showed last. */
  #place;
  /** Whether anything has happened on that screen. */
  #settled = false;
  /** Whether that screen had focus. */
  #focused = false;
  /** Whether focus was last inside this element. */
  #used = false;
  /** The screens on the way here, for browser Back and Forward. */
  #trail;
  /** Whether the program replaces one that crashed; the visitor then sees a notice. */
  #afresh = false;

  connectedCallback() {
    upgradeProperties(this);
    // It leaves the address before anything is requested.
    this.#invitation.watch();
    // On its way while the first screen is drawn. A questionnaire in `src` goes first.
    if (upgrading && isNear(this) && !this.#widget && !this.hasAttribute("src")) widgetProgram.request();
    addEventListener("pageshow", this.#shown);
    watchPage(this.#translate);
    if (!this.#root) this.#attach();
    this.#theme.watch();
    if (this.#widget || this.#starting) {
      this.#translate();
      return;
    }
    this.#spoken.ask();
    if (this.#invitation.waits || this.getAttribute("loading") === "eager") this.#start();
    else this.#near = whenNear(this, () => this.#start());
    this.#draw();
  }

  /** Opens an invitation that has appeared in the page's address: a link to the page that the visitor is on. */
  #join() {
    if (this.#widget) this.#widget.go_to(this.#invitation.take());
    else if (!this.#starting) this.#restart();
  }

  // An element that is only moved is connected again before the microtask runs.
  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      removeEventListener("pageshow", this.#shown);
      leavePage(this.#translate);
      this.#theme.leave();
      this.#invitation.leave();
      this.#trail?.stop();
      this.#trail = undefined;
      this.#stop();
    });
  }

  /** Restarts after a return from the back/forward cache, where no storage event of other tabs was heard. */
  #shown = ({ persisted }) => {
    if (!persisted || !this.#widget) return;
    this.#focused = this.#hasFocus();
    this.#afresh = false;
    this.#stop();
    this.#start();
  };

  attributeChangedCallback(name, before, now) {
    if (name === "files-href") findFiles(now, this.baseURI);
    if (before === now || !this.#root) return;
    if (name === "lang") {
      if (this.isConnected) this.#translate();
    } else if (this.#widget) {
      if (name === "src" || !this.#widget.configure()) this.#restart();
    } else if (DRAWN_BY.has(name)) {
      this.#restart();
    } else if (name === "loading" && now === "eager" && this.isConnected) {
      this.#start();
    }
  }

  #attach() {
    const shadow = this.attachShadow({ __proto__: null, mode: "open" });
    dress(shadow);
    this.#status = element("div", { className: "above" });
    this.#root = element("div");
    const exported = (format) => format && dispatch(this, EXPORTED, { format });
    this.#outcomes = outcomes(shadow, () => this.#says, exported);
    // A single child, whatever `display` the page gives the host.
    const box = element("div", {}, this.#status, this.#root);
    shadow.append(box);
    this.#theme = settle(shadow, box);
    shadow.addEventListener("focusin", () => (this.#used = true));
    shadow.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && relatedTarget.getRootNode() !== shadow) this.#used = false;
    });
  }

  #draw() {
    this.#status.replaceChildren();
    const language = this.#spoken.drawable;
    if (language) {
      this.#speak(language);
    } else {
      const redraw = (arrived) => {
        if (!arrived || !this.#early || !this.isConnected) return;
        this.#draw();
        if (this.#failure) this.#tellFailure();
      };
      // The program needs the language too; its start reports why it is missing.
      this.#spoken.fetch([]).then(redraw, () => {});
    }
    drawFirstScreen(this.#root, this, language, this.#questionnaire.firstIn(this, language), this.#invitation.waits);
    this.#early?.stop();
    this.#early = new EarlyScreen(this.#root, () => this.#failure && this.#start());
    if (this.#starting) this.#early.wait(progress, this.#says.waiting);
  }

  get #says() {
    return this.#spoken.language.says;
  }

  /** Switches the loader's own sentences to this language. */
  #speak(language) {
    this.#spoken.language = language;
    Object.assign(this.#status, { lang: language.tag, dir: language.direction });
  }

  /** Switches to the language that the page asks for now, if it has changed. */
  #translate = async () => {
    if (!this.#spoken.ask()) return;
    if (!this.#widget) {
      this.#restart();
      return;
    }
    const turn = this.#turn;
    try {
      const language = await this.#spoken.fetch(widgetProgram.linked);
      if (!language || turn !== this.#turn) return;
      this.#speak(language);
      this.#outcomes.leaveScreen();
      this.#widget.translate(language, this.#questionnaire.text, this.#spoken.wanted);
      if (this.#status.firstChild) this.#status.replaceChildren(startedAfresh(this.#says));
      for (const [part, failure] of this.#absent) {
        this.#widget.report_part(part, this.#says[failure.kind]);
      }
    } catch (error) {
      // The current language stays.
      console.warn("leadership-audit:", error);
      this.#spoken.stay();
    }
  };

  async #start() {
    if (this.#starting || this.#widget) return;
    this.#near?.();
    this.#starting = true;
    this.#failure = undefined;
    this.#early?.wait(progress, this.#says.waiting);
    const turn = ++this.#turn;
    let program, language, instrument;
    try {
      if (awaitHangs()) throw new Failure("page", "Object.prototype.then");
      if (this.hasAttribute("src")) {
        const drawable = () => turn === this.#turn && this.#early && this.#draw();
        // Before the program, beside which it would be there later.
        instrument = await this.#questionnaire.fetch(this, this.#spoken.wanted, drawable);
        if (turn !== this.#turn) return;
      }
      const loading = [
        widgetProgram.load(this.#fell),
        this.#spoken.fetch(widgetProgram.linked),
        this.#linkReader(),
        instrument !== undefined && widgetProgram.link("questionnaire"),
      ];
      [program, language] = await Promise.all(loading);
      // Other tabs may have stored something meanwhile.
      await this.#linkReader();
      if (turn !== this.#turn) return;
      // A part may have been linked meanwhile.
      await language.fetchAll(widgetProgram.linked);
      if (turn !== this.#turn) return;
      this.#speak(language);
      this.#questionnaire.text = instrument;
      if (this.#early) this.#mountFirst(program);
      else this.#mountAgain(program);
      // If mounting crashed the program, `#fell` has run after this.
      await undefined;
      if (turn !== this.#turn) return;
      this.#early = undefined;
      this.#starting = false;
      dispatch(this, READY, {});
    } catch (error) {
      if (turn !== this.#turn) return;
      let failure = Failure.of(error);
      if (failure.kind === "instrument" && instrument !== undefined) failure = await faultsOf(program, instrument, this.#spoken);
      if (turn !== this.#turn) return;
      this.#starting = false;
      // A retry fetches it again: its owner may have repaired it.
      this.#questionnaire.text = undefined;
      if (failure.kind === "instrument") {
        this.#questionnaire = new Questionnaire();
        if (this.#early) this.#draw();
      }
      this.#fail(failure);
    }
  }

  /** Lets the program take over the nodes of the first screen, or replace a changed one, and replays what was pressed on it. */
  #mountFirst(program) {
    const early = this.#early.take();
    const { drawable } = this.#spoken;
    const isKept = isAsDrawn(this.#root, this, drawable, this.#questionnaire.firstIn(this, drawable));
    if (isKept) program.nodes.adopt(this.#root);
    const place = this.#invitation.take() ?? early.place;
    this.#mount(program, this.#root, { ...early, place });
  }

  /** Replaces what a crashed program left on screen with the drawing of a fresh one. */
  #mountAgain(program) {
    const before = { place: this.#place, quiet: !this.#focused };
    this.#mount(program, element("div"), before);
    this.#status.replaceChildren(...(this.#afresh ? [startedAfresh(this.#says)] : []));
  }

  #mount(program, root, early) {
    this.#trail ??= new Trail(auditOf(this), (place) => this.#widget?.go_to(place));
    const loader = {
      ...this.#outcomes,
      address: () => invitationAddress(this),
      fetchPart: (part) => this.#linkPart(part),
      show: (drawn) => this.#takePlace(drawn),
      note: (place, held) => {
        if (place !== this.#place) this.#outcomes.leaveScreen();
        // Not while a fresh program is returning to that screen.
        if (this.#widget) this.#trail.follow(place);
        this.#place = place;
        this.#held = held;
        this.#settled = true;
      },
    };
    const begin = { ...early, held: this.#held, parts: [...program.parts] };
    const { language, wanted } = this.#spoken;
    this.#absent.clear();
    this.#widget = program.mount(this, root, loader, begin, this.#questionnaire.text, language, wanted);
    if (this.#place) this.#trail.follow(this.#place);
    this.#settled = false;
  }

  /** The program crashed, with all its widgets. What it drew stays until a fresh one draws. */
  #fell = (failure) => {
    this.#turn++;
    this.#starting = false;
    this.#widget = undefined;
    this.#focused = this.#hasFocus();
    this.#afresh = true;
    // Never twice in a row to a screen that may be the cause.
    if (!this.#settled) this.#place = undefined;
    if (failure) this.#fail(failure);
    else this.#start();
  };

  /** Whether focus is here, or was until the focused element was removed. */
  #hasFocus() {
    const focused = activeElement();
    return focused === this || (this.#used && (!focused || focused.localName === "body"));
  }

  /** Links a part into the program, and reports to the program what came of it. */
  async #linkPart(part) {
    const turn = this.#turn;
    let why, texts;
    this.#absent.delete(part);
    try {
      // Code and texts are fetched in parallel.
      const fetching = this.#spoken.textsOf(part);
      fetching.catch(() => {});
      await widgetProgram.link(part);
      texts = await fetching;
    } catch (error) {
      const failure = Failure.of(error);
      console.warn("leadership-audit:", failure.message);
      why = this.#says[failure.kind];
      if (turn === this.#turn) this.#absent.set(part, failure);
    }
    // The program that asked may have crashed since; a fresh one asks again.
    if (turn === this.#turn) this.#widget?.report_part(part, why, texts);
  }

  /** Links the part that reads records, if there are any: without it they could be overwritten. */
  async #linkReader() {
    if (this.#held || hasRecords()) await widgetProgram.link("reader");
  }

  #stop() {
    this.#turn++;
    this.#starting = false;
    this.#near?.();
    this.#early?.stop();
    this.#questionnaire = new Questionnaire();
    widgetProgram.leave(this.#fell);
    this.#widget?.destroy();
    this.#widget = undefined;
    // The program may reuse the old root for another widget.
    this.#takePlace(element("div"));
  }

  #takePlace(root) {
    if (root === this.#root) return;
    this.#root.replaceWith(root);
    this.#root = root;
  }

  #restart() {
    const was = this.#widget || this.#starting || this.#invitation.waits;
    this.#stop();
    if (!this.isConnected) return;
    this.#draw();
    if (was) this.#start();
    else this.#near = whenNear(this, () => this.#start());
  }

  #fail(failure) {
    this.#failure = failure;
    this.#tellFailure();
    // A reader of another region has the fallback until then.
    const tellAgain = (language) => {
      if (!language || language.tag === this.#spoken.language.tag || failure !== this.#failure) return;
      this.#draw();
      this.#tellFailure();
    };
    this.#spoken.fetch([]).then(tellAgain, () => {});
    dispatch(this, FAILED, { kind: failure.kind, message: failure.message });
  }

  #tellFailure() {
    const retry = () => {
      this.#root.querySelector("h2")?.focus();
      this.#start();
    };
    // A failed start may have left nothing to look at.
    if (!this.#early || !this.#root.hasChildNodes()) this.#draw();
    this.#early.rest();
    const forget = () => (this.#held = undefined);
    const panel = this.#failure.panel(this.#spoken.language, auditOf(this), this.#held, retry, forget);
    this.#early.say(panel, this.#focused);
  }
}

defineProperties(LeadershipAudit.prototype);
if (globalThis.customElements && !customElements.get(NAME)) customElements.define(NAME, LeadershipAudit);
upgrading = false;
