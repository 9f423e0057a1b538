import { type Guard, optional, shape, string } from '../shape.ts';
import { isSafeUrl } from '../url.ts';

/** A longer text from the knowledge base, folded at first. */
export interface ArticleBody {
  readonly title: string;
  readonly text: string;
  readonly url?: string | undefined;
}

/** Guard of {@link ArticleBody}. */
export const isArticle: Guard<ArticleBody> = shape<ArticleBody>({
  title: string(300, 1),
  text: string(20_000, 1),
  url: optional(isSafeUrl),
});
