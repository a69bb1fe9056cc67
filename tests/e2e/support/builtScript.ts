import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

const folder = join(__dirname, '../../../artifacts/scripts');

/** A file of this folder as a program of its own, inside the project so that it finds the packages. @returns its path */
export const builtScript = async (name: string): Promise<string> => {
  const source = await readFile(join(__dirname, `${name}.ts`), 'utf8');
  const { outputText } = transpileModule(source, {
    compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
  });
  await mkdir(folder, { recursive: true });
  const script = join(folder, `${name}.js`);
  await writeFile(script, outputText);
  return script;
};
