import { writeFileSync } from 'node:fs';
import { readDocument } from './api-docs/document';
import { apiPage } from './api-docs/page';
import { command, runScript } from './command';
import { inProject } from './project';

/** Where the page is kept, relative to the project: Twilio serves it with the others. */
export const API_PAGE = 'src/assets/api.html';

/** Makes the page anew from the document. */
export function writeApiPage(): void {
  writeFileSync(inProject(API_PAGE), apiPage(readDocument()));
}

if (require.main === module) {
  runScript(command('api-docs', `Makes ${API_PAGE} from docs/api.yaml.`), async () => {
    writeApiPage();
    console.log(`${API_PAGE} written`);
  });
}
