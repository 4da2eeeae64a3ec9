import { createRoot } from 'react-dom/client';

/** The least that a page made with React can do: one card. */
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <article>
      <h2>A card</h2>
      <p>Ready</p>
    </article>,
  );
}
