import { writeFile } from 'node:fs/promises';
import { type BrowserWindow, dialog } from 'electron';

const footer = `<div style="font:8pt Arial;width:100%;text-align:right;padding:0 14mm">Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>`;

/**
 * Writes the page as a tagged A4 PDF straight to the place that the person chooses: no copy in a temporary folder.
 *
 * @param fileName what is proposed; holds a reference at most
 * @returns false when they chose no place
 */
export async function savePdf(window: BrowserWindow, fileName: string): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save as PDF',
    defaultPath: fileName,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || filePath === '') return false;
  const pdf = await window.webContents.printToPDF({
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: '<span></span>',
    footerTemplate: footer,
  });
  try {
    await writeFile(filePath, pdf, { mode: 0o600 });
  } finally {
    // The one moment at which main holds what somebody wrote.
    pdf.fill(0);
  }
  return true;
}
