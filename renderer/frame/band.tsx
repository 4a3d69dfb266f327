import { useSignedIn } from '../signed-in.tsx';

/** On every page and every print: what this log must not be taken for (DESIGN 9). */
export function Band() {
  const { register } = useSignedIn();
  return (
    <aside className="band" aria-label="What this log is for">
      <div className="nhsuk-width-container">
        {register.demo ? 'Demonstration: everybody here is invented' : 'Not for live use with patients'}
      </div>
    </aside>
  );
}
