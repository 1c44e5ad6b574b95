import { followLanguage } from './page/language';

followLanguage();
