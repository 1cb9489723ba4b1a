import 'react';

/** What the directives of lessons become between Markdown and React; none of them reaches a page. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'lesson-program': {
        title?: string;
        figure?: string;
        stdin?: string;
        children?: React.ReactNode;
      };
      'lesson-figure': { figure?: string };
      'lesson-question': { quiz?: string; question?: string };
      'lesson-quiz': { slug?: string };
      'lesson-exercise': { slug?: string };
      'glossary-term': { term?: string; children?: React.ReactNode };
    }
  }
}
