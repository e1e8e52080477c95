export { type Expansion, expandMacros, type MacroValues, tablesAsked } from './expand-macros.ts';
export { type Macro, type MacroFault, type MacroName, macroMeanings, type TextRange } from './macro.ts';
export { type ReadMacros, readMacros } from './read-macros.ts';
