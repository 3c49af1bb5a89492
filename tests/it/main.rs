mod captcha_readers;
