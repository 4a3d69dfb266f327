import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { mayGo } from '../leaving.ts';
import { useSignedIn } from '../signed-in.tsx';
import type { FrameCommands } from './commands.tsx';
import { pages } from './pages.ts';

const isMac = navigator.userAgent.includes('Mac');

/** Ctrl, or Cmd on a Mac; never AltGr, which types letters. */
function withControl(event: KeyboardEvent): boolean {
  return (isMac ? event.metaKey : event.ctrlKey) && !event.altKey;
}

/** Regions of the page in their order, for F6. */
function moveRegion(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('.app-bar, .app-nav nav, main, .status-bar')];
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + (back ? -1 : 1) + regions.length) % regions.length];
  const target = next?.matches('main') === true ? next : next?.querySelector<HTMLElement>('a, button, [tabindex]');
  (target ?? next)?.focus();
}

/** Alt and the left arrow go back. Not on a Mac, where they move by a word in what is written. */
function useBack(): void {
  const { history } = useRouter();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isMac || !event.altKey || event.ctrlKey || event.key !== 'ArrowLeft') return;
      event.preventDefault();
      void mayGo().then((may) => may && history.back());
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, [history]);
}

const threeTimes = 1_500;

/** The keys of ui.md 8. Each has a modifier, so that nobody triggers one by typing. */
export function useShortcuts(commands: FrameCommands): void {
  useBack();
  const navigate = useNavigate();
  const signedIn = useSignedIn();
  const shifts = useRef<number[]>([]);
  useEffect(() => {
    const withKeys = new Map<string, () => void>([
      ['k', commands.find],
      ['l', commands.lock],
      ['/', commands.shortcuts],
      ['shift+h', commands.hide],
      ['shift+s', () => void navigate({ to: '/concerns/new' })],
      ['shift+r', () => void (signedIn.isSupervisor && navigate({ to: '/supervision/new' }))],
    ]);
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'F6') {
        event.preventDefault();
        moveRegion(event.shiftKey);
        return;
      }
      if (withControl(event)) {
        const act = withKeys.get(`${event.shiftKey ? 'shift+' : ''}${event.key.toLowerCase()}`);
        if (act === undefined) return;
        event.preventDefault();
        act();
        return;
      }
      const page = pages.filter(({ forWhom }) => forWhom(signedIn))[Number(event.key) - 1];
      if (event.altKey && !event.ctrlKey && page !== undefined) {
        event.preventDefault();
        void navigate({ to: page.to });
      }
    };
    const released = (event: KeyboardEvent): void => {
      const now = event.timeStamp;
      shifts.current = event.key === 'Shift' ? [...shifts.current.filter((at) => now - at < threeTimes), now] : [];
      if (shifts.current.length < 3) return;
      shifts.current = [];
      commands.hide();
    };
    addEventListener('keydown', pressed);
    addEventListener('keyup', released);
    return () => {
      removeEventListener('keydown', pressed);
      removeEventListener('keyup', released);
    };
  }, [commands, navigate, signedIn]);
}
