# One photo's page.

photo-title = Photo { $number }
photo-back = All photos
photo-age = Age
photo-origin = Comes from
photo-added-this-week = This photo is new this week.
photo-added-weeks = { $count ->
        [one] Added a week ago.
       *[other] Added { $count } weeks ago.
    }
photo-added-months = { $count ->
        [one] Added a month ago.
       *[other] Added { $count } months ago.
    }
photo-added-years = { $count ->
        [one] Added a year ago.
       *[other] Added { $count } years ago.
    }
photo-door-looking-for-me = This person is looking for me
photo-door-i-know = I know this person
photo-door-remove = This is my photo: remove it
photo-door-wrong = Something is wrong
photo-withdraw = Remove my photo with the code on my paper
photo-download-open = Keep this picture
photo-download-hint = Show it only to people you trust. Do not put it on the internet.
photo-download = { $width ->
    [320] Small picture, { $width } by { $height } points, { $kilobytes } kB
    [640] Medium picture, { $width } by { $height } points, { $kilobytes } kB
    [1280] Large picture, { $width } by { $height } points, { $kilobytes } kB
   *[other] Very small picture, { $width } by { $height } points, { $kilobytes } kB
}
photo-download-unweighed = Picture, { $width } by { $height } points
