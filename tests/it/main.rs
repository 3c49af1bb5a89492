mod photo_cli;
