import { TelButton } from './tel-button/element';

export { TelButton } from './tel-button/element';

if (!customElements.get('tel-button')) customElements.define('tel-button', TelButton);
