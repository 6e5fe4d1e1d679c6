"""Acts of Taiwan from the JSON that is split off the open data of the Ministry of Justice, in Chinese and English."""
