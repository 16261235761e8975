import { WaitingPart } from "@bookplate/react";
import Head from "@docusaurus/Head";
import Layout from "@theme/Layout";
import type { ReactNode } from "react";

interface ReaderPageProps {
  readonly title: string;
  /** `form`: a column as wide as the dialogs. */
  readonly width?: "form" | "wide";
  readonly children: ReactNode;
}

/** A page that belongs to its reader and not to the book. Search engines and the sitemap leave it out. */
export function ReaderPage({ title, width = "form", children }: ReaderPageProps) {
  return (
    <Layout title={title}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className="container bp-page" data-width={width}>
        <WaitingPart>{children}</WaitingPart>
      </main>
    </Layout>
  );
}
