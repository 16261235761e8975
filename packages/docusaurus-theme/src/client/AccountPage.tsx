import Head from "@docusaurus/Head";
import Layout from "@theme/Layout";
import { type ReactNode, Suspense } from "react";

/** A page of the book with one form on it. Search engines and the sitemap leave it out. */
export function AccountPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Layout title={title}>
      <Head>
        <meta name="robots" content="noindex" />
      </Head>
      <main className="container bp-page">
        <Suspense>{children}</Suspense>
      </main>
    </Layout>
  );
}
