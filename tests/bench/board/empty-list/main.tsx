import { createRoot } from 'react-dom/client';
import { VList } from 'virtua';

/** The least that a page with virtualised rows can do: as many as a board of 10,000 has, as high, and nothing in them. */
const ROWS = 2500;
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <VList style={{ height: '100dvh' }} bufferSize={600}>
      {Array.from({ length: ROWS }, (_, row) => (
        <div key={row} style={{ height: 420 }} />
      ))}
    </VList>,
  );
}
