window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "id" : "1800000000000000001", "id_str" : "1800000000000000001",
      "full_text" : "Siamo aperti &amp; vi aspettiamo",
      "created_at" : "Sun Mar 01 09:05:07 +0000 2026",
      "favorite_count" : "3", "retweet_count" : "1", "lang" : "it",
      "in_reply_to_status_id_str" : "1800000000000000000"
    }
  }
]
