/** `<leadership-audit>` in the templates of Vue 3. Once in a project: `import type {} from "leadership-audit/vue";` */
import type { HTMLAttributes, PublicProps } from "vue";
import type { LeadershipAuditAttributes, LeadershipAuditEventMap } from "leadership-audit";

type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Text;

/** Vue hands `cta-href` over as `ctaHref`, in templates too. */
type Attributes = {
  [Name in keyof LeadershipAuditAttributes as Camel<Name>]?: LeadershipAuditAttributes[Name];
};

type Listeners = {
  [Name in keyof LeadershipAuditEventMap as `on${Capitalize<Camel<Name>>}`]?: (event: LeadershipAuditEventMap[Name]) => void;
};

declare module "vue" {
  interface GlobalComponents {
    "leadership-audit": new () => { $props: HTMLAttributes & PublicProps & Attributes & Listeners };
  }
}
