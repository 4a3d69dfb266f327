import { open, rename, rm } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';
import type { PdfOutcome } from '../shared/contract/window.ts';

const footer = `<div style="font:8pt Arial;width:100%;text-align:right;padding:0 14mm">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;

/** Beside its place and then moved there, so that whatever goes wrong leaves no half file and spoils none. */
async function writeAside(path: string, bytes: Uint8Array): Promise<void> {
  const aside = `${path}.part`;
  // Left by one that was cut off. Nobody else makes one of this name.
  await rm(aside, { force: true });
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true }).catch(() => {});
    throw error;
  }
}

const because: Readonly<Record<string, PdfOutcome>> = {
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EFBIG: 'no-space',
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOENT: 'not-writable',
  ENOTDIR: 'not-writable',
  EISDIR: 'not-writable',
  ENAMETOOLONG: 'not-writable',
  // Windows, while another program has the file open.
  EBUSY: 'not-writable',
};

function outcomeOf(error: unknown): PdfOutcome | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? because[code] : undefined;
}

function printed({ webContents }: BrowserWindow): Promise<Buffer> {
  return webContents.printToPDF({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
  });
}

/**
 * Writes the page as a tagged A4 PDF to the place that the person chooses: no copy in a temporary folder.
 *
 * @param fileName what is proposed; holds a reference at most
 * @param report takes what went wrong where the person cannot mend it
 */
export async function savePdf(
  window: BrowserWindow,
  fileName: string,
  report: (error: unknown) => void,
): Promise<PdfOutcome> {
  const page = window.webContents.getOSProcessId();
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as PDF',
    defaultPath: fileName,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return 'no-place-chosen';
  // The log may have been locked while the dialog stood there: then this is another page, or none.
  if (window.isDestroyed() || window.webContents.getOSProcessId() !== page) return 'failed';
  try {
    const pdf = await printed(window);
    try {
      await writeAside(filePath, pdf);
    } finally {
      // The one moment at which main holds what somebody wrote.
      pdf.fill(0);
    }
    return 'saved';
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome === undefined) report(error);
    return outcome ?? 'failed';
  }
}
