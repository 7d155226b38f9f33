import './resident.js';
import '../copies.js';
