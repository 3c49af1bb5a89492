brand = Kinlight
