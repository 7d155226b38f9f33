import './copies.js';
