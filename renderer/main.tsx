// oxlint-disable-next-line import/no-unassigned-import -- styles have no value; the build takes them from here
import './styles/app.scss';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no root');
createRoot(root).render(<App />);
